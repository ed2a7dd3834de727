package dev.countinghouse.subscription.testclock.domain;

import java.time.Duration;
import java.time.Instant;

/** What setting a test clock leads to (TIME-3). */
public sealed interface ClockSetting {

  /** It stands there already: ready at once. */
  record Standing() implements ClockSetting {}

  /** It is on its way there already: the same answer. */
  record Underway(Instant target) implements ClockSetting {}

  /**
   * It sets out.
   *
   * @param isRewind to an instant before now, which only a fresh channel may choose
   */
  record SetOut(Instant target, boolean isRewind) implements ClockSetting {}

  record Refused(Refusal refusal) implements ClockSetting {}

  /** Why a test clock is not set. */
  sealed interface Refusal {

    /** Something has happened in the channel: only forward. */
    record Backwards(Instant now) implements Refusal {}

    /** It is on its way elsewhere. */
    record Advancing(Instant target) implements Refusal {}

    record TooFar(Instant limit) implements Refusal {}
  }

  /**
   * Decides.
   *
   * @param reach how far from now a clock may be set at once, forward or, when fresh, back
   */
  static ClockSetting decide(ClockState clock, Instant wanted, Duration reach) {
    Instant target = clock.target();
    if (clock.status() == ClockStatus.ADVANCING && target != null) {
      return target.equals(wanted)
          ? new Underway(wanted)
          : new Refused(new Refusal.Advancing(target));
    }
    if (clock.status() == ClockStatus.READY && wanted.equals(clock.now())) {
      return new Standing();
    }
    if (wanted.isAfter(clock.now().plus(reach))) {
      return new Refused(new Refusal.TooFar(clock.now().plus(reach)));
    }
    return wanted.isBefore(clock.furthest()) ? back(clock, wanted, reach) : forward(wanted);
  }

  private static ClockSetting forward(Instant wanted) {
    return new SetOut(wanted, false);
  }

  private static ClockSetting back(ClockState clock, Instant wanted, Duration reach) {
    if (!clock.isFresh()) {
      return new Refused(new Refusal.Backwards(clock.furthest()));
    }
    Instant limit = clock.now().minus(reach);
    return wanted.isBefore(limit)
        ? new Refused(new Refusal.TooFar(limit))
        : new SetOut(wanted, true);
  }
}
