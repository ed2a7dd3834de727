package dev.countinghouse.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

  @Test
  @DisplayName("close ends the child and returns when it is gone")
  void close(@TempDir Path directory) {
    // Given
    Leash leash = Leash.start(command(directory, "exec sleep 600"));
    assertThat(leash.isAlive()).isTrue();

    // When
    leash.close();

    // Then
    assertThat(Processes.isAlive(leash.pid())).isFalse();
  }

  @Test
  @DisplayName("a child that does not listen to its signal is killed")
  void stubborn(@TempDir Path directory) {
    // Given
    Leash leash = Leash.start(command(directory, "trap '' TERM; while :; do sleep 1; done"));

    // When
    leash.close();

    // Then
    assertThat(Processes.isAlive(leash.pid())).isFalse();
  }

  @Test
  @DisplayName("the end of the child is noticed, and its output lies in the log")
  void ends(@TempDir Path directory) throws IOException {
    // Given
    Leash.Command command = command(directory, "echo told; exit 3");

    // When
    Process ended = Leash.start(command).onExit().join();

    // Then
    assertThat(ended.exitValue()).isEqualTo(3);
    assertThat(Files.readString(command.log())).contains("told");
  }

  private static Leash.Command command(Path directory, String script) {
    return new Leash.Command(
        List.of("/bin/sh", "-c", script),
        Map.of(),
        directory,
        directory.resolve("log"),
        "TERM",
        Duration.ofMillis(500));
  }
}
