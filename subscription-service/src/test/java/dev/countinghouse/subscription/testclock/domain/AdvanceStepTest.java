package dev.countinghouse.subscription.testclock.domain;

import static dev.countinghouse.contracts.ServiceName.METERING;
import static dev.countinghouse.contracts.ServiceName.PREPAID;
import static dev.countinghouse.contracts.ServiceName.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.subscription.testclock.domain.AdvanceStep.Finish;
import dev.countinghouse.subscription.testclock.domain.AdvanceStep.MoveClocks;
import dev.countinghouse.subscription.testclock.domain.AdvanceStep.RunDueWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdvanceStepTest {

  private static final Instant NOW = Instant.parse("2024-02-20T00:00:00Z");
  private static final Instant SOON = NOW.plusSeconds(60);
  private static final Instant TARGET = NOW.plus(Duration.ofDays(365));
  private static final Advance FORWARD = new Advance("ch_1", NOW, TARGET, null, false);
  private static final Advance THERE = new Advance("ch_1", TARGET, TARGET, TARGET, false);

  @Test
  @DisplayName("TIME-3 the clock goes to the earliest work of all services")
  void earliest() {
    Map<dev.countinghouse.contracts.ServiceName, Instant> due =
        Map.of(PREPAID, SOON, SUBSCRIPTION, SOON.plusNanos(1000));

    assertThat(AdvanceStep.next(FORWARD, due)).isEqualTo(new MoveClocks(SOON, false));
  }

  @Test
  @DisplayName("TIME-3 with nothing due before it, the clock goes to its target, never beyond")
  void target() {
    assertThat(AdvanceStep.next(FORWARD, Map.of())).isEqualTo(new MoveClocks(TARGET, false));
    assertThat(AdvanceStep.next(FORWARD, Map.of(PREPAID, TARGET.plusNanos(1000))))
        .isEqualTo(new MoveClocks(TARGET, false));
  }

  @Test
  @DisplayName("TIME-3 work that is due runs before the clock goes on, one service at a time")
  void oneServiceAtATime() {
    assertThat(AdvanceStep.next(FORWARD, Map.of(SUBSCRIPTION, NOW, PREPAID, NOW)))
        .isEqualTo(new RunDueWork(PREPAID, NOW));
    assertThat(AdvanceStep.next(FORWARD, Map.of(SUBSCRIPTION, NOW.minusNanos(1), PREPAID, NOW)))
        .isEqualTo(new RunDueWork(SUBSCRIPTION, NOW));
  }

  @Test
  @DisplayName("TIME-3 what is due at the very target runs before the clock is ready")
  void atTheTarget() {
    assertThat(AdvanceStep.next(THERE, Map.of(METERING, TARGET)))
        .isEqualTo(new RunDueWork(METERING, TARGET));
    assertThat(AdvanceStep.next(THERE, Map.of(METERING, TARGET.plusNanos(1000))))
        .isEqualTo(new Finish());
  }

  @Test
  @DisplayName("TIME-3 a rewind sets all clocks to its target, then is done")
  void rewind() {
    Instant past = NOW.minus(Duration.ofDays(400));
    Advance back = new Advance("ch_1", NOW, past, null, true);
    Advance there = new Advance("ch_1", past, past, past, true);

    assertThat(AdvanceStep.next(back, Map.of())).isEqualTo(new MoveClocks(past, true));
    assertThat(AdvanceStep.next(there, Map.of())).isEqualTo(new Finish());
  }

  @Test
  @DisplayName("TIME-3 a step in which the clocks were being set is finished first")
  void interrupted() {
    Advance interrupted = new Advance("ch_1", NOW, TARGET, SOON, false);

    assertThat(AdvanceStep.interrupted(interrupted)).contains(new MoveClocks(SOON, false));
    assertThat(AdvanceStep.interrupted(FORWARD)).isEmpty();
    assertThat(AdvanceStep.interrupted(THERE)).isEmpty();
  }
}
