package dev.countinghouse.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits that double from {@code min} to {@code max}, each shortened at random by up to half. */
record Backoff(Duration min, Duration max) {

  private static final int MAX_DOUBLINGS = 20;

  /**
   * @param failures how many there have been in a row, from 1
   */
  Duration after(int failures) {
    int doublings = Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS);
    long millis = Math.min(min.toMillis() << doublings, max.toMillis());
    return Duration.ofMillis(Math.max(1, millis - jitter(millis)));
  }

  private static long jitter(long millis) {
    return ThreadLocalRandom.current().nextLong(millis / 2 + 1);
  }
}
