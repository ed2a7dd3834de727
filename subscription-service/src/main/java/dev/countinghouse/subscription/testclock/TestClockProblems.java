package dev.countinghouse.subscription.testclock;

import dev.countinghouse.http.Problem;
import dev.countinghouse.subscription.testclock.domain.ClockSetting.Refusal;

/** A test clock's refusals as problem documents. */
final class TestClockProblems {

  private TestClockProblems() {}

  static Problem of(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Backwards(var now) ->
          Problem.of(409, "test-clock.backwards", "The test clock only goes forward.")
              .with("now", now);
      case Refusal.Advancing(var target) ->
          Problem.of(409, "test-clock.advancing", "The test clock is on its way elsewhere.")
              .with("target", target);
      case Refusal.TooFar(var limit) ->
          Problem.of(422, "test-clock.too-far", "The test clock cannot be set that far at once.")
              .blaming("now", "an instant not beyond " + limit);
    };
  }

  static Problem liveChannel() {
    return Problem.of(409, "test-clock.live-channel", "A live channel has no test clock.");
  }
}
