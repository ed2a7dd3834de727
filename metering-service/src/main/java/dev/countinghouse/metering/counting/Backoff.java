package dev.countinghouse.metering.counting;

import java.time.Duration;

/** Pauses that double from failure to failure up to a bound, until something succeeds. */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  void succeeded() {
    next = first;
  }

  /** The pause after a failure. */
  Duration failed() {
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return pause;
  }
}
