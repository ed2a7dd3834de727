package dev.countinghouse.subscription.testclock.domain;

import java.util.Locale;

/** How a test clock stands. */
public enum ClockStatus {
  /** On its way to its target. */
  ADVANCING,
  /** Everything up to now has happened in all services. */
  READY,
  /** Stopped on its way; it can be resumed. */
  FAILED;

  /** As outsiders and the table write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClockStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
