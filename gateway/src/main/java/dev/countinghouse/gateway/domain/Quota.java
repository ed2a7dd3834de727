package dev.countinghouse.gateway.domain;

import java.time.Duration;

/**
 * What is left to a caller in the window at hand.
 *
 * @param limit requests a window
 * @param used requests of this window, this one included
 * @param rest until the window ends
 */
public record Quota(long limit, long used, Duration rest) {

  public boolean isExceeded() {
    return used > limit;
  }

  /** Requests that would still pass. */
  public long remaining() {
    return Math.max(0, limit - used);
  }

  /** Whole seconds until the window ends, at least one: what {@code Retry-After} says. */
  public long restSeconds() {
    return Math.max(1, (rest.toMillis() + 999) / 1000);
  }
}
