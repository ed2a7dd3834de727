package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsagePeriodTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant TRIAL = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant PAID = Instant.parse("2024-03-05T01:00:00Z");
  private static final Instant END = Instant.parse("2024-04-05T01:00:00Z");

  private static final PlanHistory HISTORY =
      new PlanHistory(
          List.of(
              new ChannelPlan(
                  Standing.FREE, "free", "b", 1, Instant.parse("2024-02-10T00:00:00Z"), TRIAL),
              new ChannelPlan(Standing.TRIAL, "growth", "b", 1, TRIAL, PAID),
              new ChannelPlan(Standing.PAID, "growth", "b", 1, PAID, END)));

  @ParameterizedTest(name = "{0} is in {1} from {2} to {3}")
  @DisplayName("TIME-2 PRE-7 usage counts in the trial, the paid period or Free's calendar month")
  @CsvSource({
    "2024-01-15T00:00:00Z, FREE, 2023-12-31T15:00:00Z, 2024-01-31T15:00:00Z",
    "2024-02-09T23:59:59Z, FREE, 2024-01-31T15:00:00Z, 2024-02-10T00:00:00Z",
    "2024-02-10T00:00:00Z, FREE, 2024-02-10T00:00:00Z, 2024-02-20T01:00:00Z",
    "2024-02-20T00:59:59.999Z, FREE, 2024-02-10T00:00:00Z, 2024-02-20T01:00:00Z",
    "2024-02-20T01:00:00Z, TRIAL, 2024-02-20T01:00:00Z, 2024-03-05T01:00:00Z",
    "2024-03-05T00:59:59.999Z, TRIAL, 2024-02-20T01:00:00Z, 2024-03-05T01:00:00Z",
    "2024-03-05T01:00:00Z, PAID, 2024-03-05T01:00:00Z, 2024-04-05T01:00:00Z",
    "2024-04-05T00:59:59.999Z, PAID, 2024-03-05T01:00:00Z, 2024-04-05T01:00:00Z"
  })
  void periodOf(Instant at, Standing standing, Instant start, Instant end) {
    UsagePeriod period = Objects.requireNonNull(HISTORY.periodAt(at, SEOUL));

    assertThat(period.on().standing()).isEqualTo(standing);
    assertThat(period.start()).isEqualTo(start);
    assertThat(period.end()).isEqualTo(end);
  }

  @Test
  @DisplayName("what follows the last known period is not known")
  void unknown() {
    assertThat(HISTORY.periodAt(END, SEOUL)).isNull();
    assertThat(new PlanHistory(List.of()).periodAt(END, SEOUL)).isNull();
  }

  @ParameterizedTest(name = "{0} to {1} → {2}")
  @DisplayName("PRE-6 gauges draw on the last day that is over when the period ends")
  @CsvSource({
    "2024-02-29T15:00:00Z, 2024-03-31T15:00:00Z, 2024-03-31",
    "2024-03-05T01:00:00Z, 2024-04-05T01:00:00Z, 2024-04-04",
    "2024-03-05T01:00:00Z, 2024-03-05T02:00:00Z, 2024-03-05"
  })
  void lastFullDay(Instant start, Instant end, LocalDate day) {
    ChannelPlan plan = new ChannelPlan(Standing.PAID, "growth", "b", 1, start, end);

    assertThat(new UsagePeriod(plan, start, end).lastFullDay(SEOUL)).isEqualTo(day);
  }
}
