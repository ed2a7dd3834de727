package dev.countinghouse.subscription.testclock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.subscription.testclock.domain.ClockSetting.Refused;
import dev.countinghouse.subscription.testclock.domain.ClockSetting.SetOut;
import dev.countinghouse.subscription.testclock.domain.ClockSetting.Standing;
import dev.countinghouse.subscription.testclock.domain.ClockSetting.Underway;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClockSettingTest {

  private static final Instant NOW = Instant.parse("2024-02-20T00:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(14));
  private static final Duration REACH = Duration.ofDays(3660);

  @Test
  @DisplayName("TIME-3 a clock sets out forward")
  void forward() {
    assertThat(decide(used(), LATER)).isEqualTo(new SetOut(LATER, false));
  }

  @Test
  @DisplayName("TIME-3 a clock that stands where it is wanted is ready at once")
  void standing() {
    assertThat(decide(used(), NOW)).isEqualTo(new Standing());
  }

  @Test
  @DisplayName("TIME-3 a clock in use never goes back, not by a microsecond")
  void backwards() {
    assertThat(decide(used(), NOW.minusNanos(1000)))
        .isEqualTo(new Refused(new ClockSetting.Refusal.Backwards(NOW)));
  }

  @Test
  @DisplayName("TIME-3 before anything has happened it may be set to the past")
  void rewind() {
    Instant past = NOW.minus(Duration.ofDays(400));

    assertThat(decide(fresh(), past)).isEqualTo(new SetOut(past, true));
  }

  @Test
  @DisplayName("TIME-3 on its way it takes the same target again and no other")
  void advancing() {
    ClockState clock = new ClockState(NOW, ClockStatus.ADVANCING, LATER, NOW, true);

    assertThat(decide(clock, LATER)).isEqualTo(new Underway(LATER));
    assertThat(decide(clock, LATER.plusSeconds(1)))
        .isEqualTo(new Refused(new ClockSetting.Refusal.Advancing(LATER)));
    assertThat(decide(clock, NOW))
        .isEqualTo(new Refused(new ClockSetting.Refusal.Advancing(LATER)));
  }

  @Test
  @DisplayName("TIME-3 a failed clock sets out again, but not behind a step that was interrupted")
  void failed() {
    Instant furthest = NOW.plusSeconds(60);
    ClockState clock = new ClockState(NOW, ClockStatus.FAILED, LATER, furthest, false);

    assertThat(decide(clock, LATER)).isEqualTo(new SetOut(LATER, false));
    assertThat(decide(clock, furthest)).isEqualTo(new SetOut(furthest, false));
    assertThat(decide(clock, NOW))
        .isEqualTo(new Refused(new ClockSetting.Refusal.Backwards(furthest)));
  }

  @Test
  @DisplayName("TIME-3 nothing is set further than the reach, forward or back")
  void tooFar() {
    Instant last = NOW.plus(REACH);
    Instant first = NOW.minus(REACH);

    assertThat(decide(used(), last)).isEqualTo(new SetOut(last, false));
    assertThat(decide(used(), last.plusNanos(1000)))
        .isEqualTo(new Refused(new ClockSetting.Refusal.TooFar(last)));
    assertThat(decide(fresh(), first)).isEqualTo(new SetOut(first, true));
    assertThat(decide(fresh(), first.minusNanos(1000)))
        .isEqualTo(new Refused(new ClockSetting.Refusal.TooFar(first)));
  }

  private static ClockState used() {
    return new ClockState(NOW, ClockStatus.READY, null, NOW, false);
  }

  private static ClockState fresh() {
    return new ClockState(NOW, ClockStatus.READY, null, NOW, true);
  }

  private static ClockSetting decide(ClockState clock, Instant wanted) {
    return ClockSetting.decide(clock, wanted, REACH);
  }
}
