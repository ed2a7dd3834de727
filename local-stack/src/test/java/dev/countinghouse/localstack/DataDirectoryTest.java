package dev.countinghouse.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @Test
  @DisplayName("clearing drops what a stack made and nothing else")
  void clear(@TempDir Path directory) throws IOException {
    // Given
    Files.createDirectories(directory.resolve("postgres/data"));
    Files.writeString(directory.resolve("thesis.txt"), "the only copy");

    // When
    new DataDirectory(directory).clear();

    // Then
    assertThat(directory.resolve("postgres")).doesNotExist();
    assertThat(directory.resolve("thesis.txt")).exists();
  }

  @Test
  @DisplayName("the same secrets every time a directory is opened, for the owner's eyes only")
  void secrets(@TempDir Path directory) throws IOException {
    // Given
    SuiteSecrets first = SuiteSecrets.in(directory);

    // When
    SuiteSecrets second = SuiteSecrets.in(directory);

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(first.internalToken()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(Files.readString(first.issuerPrivateKey())).contains("BEGIN PRIVATE KEY");
    assertThat(Files.getPosixFilePermissions(directory.resolve("secrets"))).hasSize(3);
  }

  @Test
  @DisplayName("a service that is not built is named")
  void notBuilt(@TempDir Path root) {
    assertThatThrownBy(() -> ServiceProgram.of(SuiteService.PREPAID, root))
        .hasMessageStartingWith("prepaid-service is not built");
  }
}
