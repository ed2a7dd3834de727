package dev.countinghouse.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  private final Path directory;
  private final Path jar;

  AotCacheTest(@TempDir Path directory) {
    this.directory = directory;
    this.jar = directory.resolve("program.jar");
  }

  @BeforeEach
  void givenTrainedCache() throws IOException {
    Files.writeString(jar, "one build");
    AotCache cache = cache(List.of());
    assertThat(cache.trainFlags()).contains("-XX:AOTCacheOutput=" + directory.resolve("x.aot"));
    Files.writeString(directory.resolve("x.aot"), "what the JVM wrote");
    assertThat(cache.settle()).isTrue();
  }

  @Test
  @DisplayName("a cache serves the program that it was trained with")
  void serves() {
    assertThat(cache(List.of()).useFlags()).contains("-XX:AOTCache=" + directory.resolve("x.aot"));
  }

  @Test
  @DisplayName("a cache of another build is not used")
  void otherBuild() throws IOException {
    Files.writeString(jar, "another build");

    assertThat(cache(List.of()).useFlags()).isEmpty();
  }

  @Test
  @DisplayName("a cache of other flags is not used")
  void otherFlags() {
    assertThat(cache(List.of("-XX:+UseCompactObjectHeaders")).useFlags()).isEmpty();
  }

  private AotCache cache(List<String> flags) {
    return AotCache.of(directory, "x", List.of(jar), flags);
  }
}
