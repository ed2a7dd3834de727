package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a process outside this JVM, which can only be asked again and again. */
final class Waiting {

  private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

  private Waiting() {}

  /** Polls until {@code condition} holds; past {@code limit} it is a {@link StackException}. */
  static void until(String what, Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new StackException("%s was not ready within %d s".formatted(what, limit.toSeconds()));
      }
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new StackException("interrupted while waiting for " + what);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** The last line of a log, as the end of a message; empty where there is none. */
  static String lastLine(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.isEmpty() ? "" : " (" + lines.getLast().strip() + ")";
    } catch (IOException e) {
      return "";
    }
  }
}
