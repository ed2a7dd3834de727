package dev.countinghouse.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.subscription.domain.ConversionDecision.ConvertToPaid;
import dev.countinghouse.subscription.domain.ConversionDecision.FallToFree;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest(name = "{0} in {2} ends {1}")
  @DisplayName("TRI-1 14 calendar days, same local time")
  @CsvSource({
    "2024-02-20T10:00, 2024-03-05T10:00, Asia/Seoul",
    "2025-02-20T10:00, 2025-03-06T10:00, Asia/Seoul",
    "2024-02-20T00:00, 2024-03-05T00:00, UTC",
    // The clocks go forward on 2024-03-10 and back on 2024-11-03.
    "2024-03-01T10:00, 2024-03-15T10:00, America/New_York",
    "2024-10-25T10:00, 2024-11-08T10:00, America/New_York",
    // 02:30 is skipped on the last day: an hour later.
    "2024-02-25T02:30, 2024-03-10T03:30, America/New_York"
  })
  void fourteenCalendarDays(LocalDateTime start, LocalDateTime end, ZoneId zone) {
    Instant now = start.atZone(zone).toInstant();

    TrialPeriod trial = TrialPeriod.starting(now, 14, zone);

    assertThat(trial).isEqualTo(new TrialPeriod(now, end.atZone(zone).toInstant()));
  }

  @Test
  @DisplayName(
      "TRI-5 with something to pay with: paid from that instant, and that day is the anchor")
  void convertsToPaid() {
    Instant end = at("2024-01-31T10:00", SEOUL);

    ConversionDecision decision = ConversionDecision.atTrialEnd(end, true, SEOUL);

    BillingPeriod first = new BillingPeriod(end, at("2024-02-29T10:00", SEOUL));
    assertThat(decision)
        .isEqualTo(new ConvertToPaid(new BillingAnchor(31), LocalTime.of(10, 0), first));
  }

  @Test
  @DisplayName("TRI-5 with nothing to pay with: Free")
  void fallsToFree() {
    ConversionDecision decision =
        ConversionDecision.atTrialEnd(at("2024-03-05T10:00", SEOUL), false, SEOUL);

    assertThat(decision).isEqualTo(new FallToFree());
  }

  @Test
  @DisplayName(
      "TIME-2 a period starts where the one before it ended, through a year of daylight saving")
  void periodsFollowEachOther() {
    BillingAnchor anchor = new BillingAnchor(10);
    LocalTime time = LocalTime.of(2, 30);
    Instant start = at("2024-01-10T02:30", NEW_YORK);
    for (int month = 0; month < 12; month++) {
      BillingPeriod period = BillingPeriod.from(start, anchor, time, NEW_YORK);
      assertThat(period.start()).isEqualTo(start);
      start = period.end();
    }
    // 02:30 did not exist on 2024-03-10; the later periods are back at it.
    assertThat(start).isEqualTo(at("2025-01-10T02:30", NEW_YORK));
  }

  @Test
  @DisplayName("TIME-2 a period that ends where it starts is none")
  void emptyPeriodIsRefused() {
    Instant now = at("2024-03-05T10:00", SEOUL);
    assertThatThrownBy(() -> new BillingPeriod(now, now))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "period from {0}, channel since {1}")
  @DisplayName("MAU-6 the last full local day before the period; none yet means the lowest tier")
  @CsvSource({
    "2024-03-05T10:00, 2024-02-20T10:00, 2024-03-04",
    "2024-03-05T00:00, 2024-02-20T10:00, 2024-03-04",
    "2024-03-05T10:00, 2024-03-04T00:00, 2024-03-04",
    "2024-03-05T10:00, 2024-03-04T00:01,",
    "2024-03-05T10:00, 2024-03-05T09:00,"
  })
  void lastFullLocalDay(LocalDateTime start, LocalDateTime since, LocalDate expected) {
    var day =
        MauDay.before(start.atZone(SEOUL).toInstant(), since.atZone(SEOUL).toInstant(), SEOUL);

    assertThat(day.orElse(null)).isEqualTo(expected);
  }

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
