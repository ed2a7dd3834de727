package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelPlanTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant SINCE = Instant.parse("2024-11-01T00:00:00Z");

  @ParameterizedTest(name = "made {0}, billing date {1}: {2}")
  @DisplayName("PRE-13 executes on the next billing date strictly after the day it was made")
  @CsvSource({
    "2024-11-11, 2024-12-01, true",
    "2024-11-30, 2024-12-01, true",
    "2024-12-01, 2024-12-01, false",
    "2024-12-01, 2025-01-01, true",
    "2024-12-02, 2024-12-01, false"
  })
  void strictlyAfter(LocalDate madeOn, LocalDate billingDate, boolean executes) {
    assertThat(ChannelPlan.executes(madeOn, billingDate)).isEqualTo(executes);
  }

  @Test
  @DisplayName("TIME-1 PRE-13 the billing date is read in the channel's zone")
  void billingDateInTheChannelsZone() {
    Instant lateEvening = Instant.parse("2024-11-30T15:00:00Z");
    ChannelPlan plan = new ChannelPlan(Standing.PAID, "paid", "b", 1, SINCE, lateEvening);

    assertThat(plan.executesOn(LocalDate.of(2024, 11, 30), SEOUL))
        .isEqualTo(LocalDate.of(2024, 12, 1));
    assertThat(plan.executesOn(LocalDate.of(2024, 12, 1), SEOUL)).isNull();
  }
}
