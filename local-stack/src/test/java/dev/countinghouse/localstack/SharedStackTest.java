package dev.countinghouse.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedStackTest {

  @Test
  @DisplayName("Two test JVMs share one stack, which stops after kill -9 of the last one")
  void sharedAndStopped(@TempDir Path root) throws IOException {
    try (ChildJvm one = ChildJvm.run(Client.class, root)) {
      long daemon = one.numbers().getFirst();
      try (ChildJvm two = ChildJvm.run(Client.class, root)) {

        // Given two clients of one daemon
        assertThat(two.numbers().getFirst()).isEqualTo(daemon);

        // When both are killed
        one.kill();
        two.kill();
      }

      // Then
      Processes.awaitGone(List.of(daemon));
      assertThat(runs(root)).isEmpty();
    }
  }

  @Test
  @DisplayName("The next run sweeps what a killed daemon left, and starts anew")
  void daemonKilled(@TempDir Path root) throws IOException {
    // Given a daemon that was killed
    try (ChildJvm one = ChildJvm.run(Client.class, root)) {
      long daemon = one.numbers().getFirst();
      ProcessHandle.of(daemon).ifPresent(ProcessHandle::destroyForcibly);
      Processes.awaitGone(List.of(daemon));
    }
    List<Path> left = runs(root);
    assertThat(left).hasSize(1);

    // When
    try (ChildJvm two = ChildJvm.run(Client.class, root)) {
      long daemon = two.numbers().getFirst();

      // Then
      assertThat(runs(root)).hasSize(1).doesNotContainAnyElementsOf(left);
      two.kill();
      await().atMost(Duration.ofSeconds(30)).until(() -> !Processes.isAlive(daemon));
    }
  }

  private static List<Path> runs(Path root) throws IOException {
    try (Stream<Path> entries = Files.list(root.resolve("target/local-stack"))) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith("run-")).toList();
    }
  }
}
