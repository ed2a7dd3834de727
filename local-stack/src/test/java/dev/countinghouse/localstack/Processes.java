package dev.countinghouse.localstack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;

/** Waiting until processes are gone. */
final class Processes {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private Processes() {}

  static void awaitGone(Collection<Long> pids) {
    await().atMost(BOUND).until(() -> pids.stream().noneMatch(Processes::isAlive));
  }

  static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}
