package dev.countinghouse.subscription.testclock;

import dev.countinghouse.subscription.testclock.domain.ClockState;
import dev.countinghouse.subscription.testclock.domain.ClockStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of {@code test_clock}. */
record StoredClock(
    ClockStatus status,
    Instant target,
    @Nullable Instant movingTo,
    boolean arrived,
    @Nullable String reason) {

  /** What a decision needs to know; {@code stored} is null when the clock was never set. */
  static ClockState state(@Nullable StoredClock stored, Instant now, boolean isUntouched) {
    if (stored == null) {
      return new ClockState(now, ClockStatus.READY, null, now, isUntouched);
    }
    Instant movingTo = stored.movingTo();
    Instant furthest = movingTo != null && movingTo.isAfter(now) ? movingTo : now;
    boolean isFresh = isUntouched && !stored.arrived();
    return new ClockState(now, stored.status(), stored.target(), furthest, isFresh);
  }
}
