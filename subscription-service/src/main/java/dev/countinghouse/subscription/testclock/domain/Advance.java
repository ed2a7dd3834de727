package dev.countinghouse.subscription.testclock.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A test clock on its way, as it is stored: enough to go on after a crash at any point.
 *
 * @param now what this service's copy shows; it is set last, so every service has reached it
 * @param movingTo the instant that the services were being set to; null before the first step
 */
public record Advance(
    String channel, Instant now, Instant target, @Nullable Instant movingTo, boolean isRewind) {

  /** Whether some services may already show a later instant than others. */
  boolean isInterrupted() {
    return movingTo != null && !movingTo.equals(now);
  }
}
