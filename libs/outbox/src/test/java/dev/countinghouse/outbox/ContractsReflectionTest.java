package dev.countinghouse.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.ChannelView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContractsReflectionTest {

  private static final String PACKAGE = "dev/countinghouse/contracts/";

  @Test
  @DisplayName("every record of events and internal questions is kept in a native image")
  void complete() throws Exception {
    // Given
    List<String> registered =
        Arrays.stream(
                Objects.requireNonNull(
                        ContractsReflection.class.getAnnotation(RegisterForReflection.class))
                    .targets())
            .map(Class::getName)
            .toList();

    // When
    List<String> records = records();

    // Then
    assertThat(records).isNotEmpty();
    assertThat(registered).containsAll(records);
  }

  private static List<String> records() throws IOException, URISyntaxException {
    Path origin =
        Path.of(ChannelView.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(origin)) {
      return records(origin);
    }
    try (FileSystem jar = FileSystems.newFileSystem(origin)) {
      return records(jar.getPath("/"));
    }
  }

  private static List<String> records(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(PACKAGE))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .filter(name -> name.contains("/event/") || name.contains("/internal/"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(ContractsReflectionTest::isRecord)
          .toList();
    }
  }

  private static boolean isRecord(String name) {
    try {
      return Class.forName(name).isRecord();
    } catch (ClassNotFoundException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
