package dev.countinghouse.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.metering.domain.AcceptanceWindow.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceWindowTest {

  private static final AcceptanceWindow WINDOW =
      new AcceptanceWindow(Duration.ofHours(1), Duration.ofDays(400));

  private static ChannelNow channel(String now, String zone, boolean sandbox) {
    return new ChannelNow("ch_1", Instant.parse(now), ZoneId.of(zone), "USD", "US", sandbox);
  }

  @ParameterizedTest
  @CsvSource({
    // 2024-05-02 minus 62 days is 2024-03-01; in Seoul that day starts at 15:00 UTC the day before.
    "Asia/Seoul, 2024-02-29T15:00:00Z, 2024-03-01",
    "UTC, 2024-03-01T00:00:00Z, 2024-03-01",
    // Winter time there until 2024-03-10, so the day starts at 05:00 UTC.
    "America/New_York, 2024-03-01T05:00:00Z, 2024-03-01",
  })
  @DisplayName("MAU-5 the first instant of the 62nd local day before today counts")
  void oldestInside(String zone, String time, LocalDate day) {
    ChannelNow channel = channel("2024-05-02T12:00:00Z", zone, false);

    assertThat(WINDOW.place(Instant.parse(time), channel)).isEqualTo(new Place.Inside(day));
    assertThat(WINDOW.place(Instant.parse(time).minusNanos(1), channel))
        .isEqualTo(new Place.TooOld(day));
  }

  @Test
  @DisplayName("a live channel takes what is an hour ahead, and not a moment more")
  void tolerance() {
    ChannelNow live = channel("2024-05-02T12:00:00Z", "UTC", false);
    Instant latest = Instant.parse("2024-05-02T13:00:00Z");

    assertThat(WINDOW.place(latest, live)).isInstanceOf(Place.Inside.class);
    assertThat(WINDOW.place(latest.plusNanos(1), live)).isEqualTo(new Place.Ahead(latest));
  }

  @Test
  @DisplayName("TIME-3 a sandbox channel takes days ahead of its test clock, up to a bound")
  void sandbox() {
    ChannelNow sandbox = channel("2024-05-02T12:00:00Z", "UTC", true);
    Instant latest = Instant.parse("2025-06-06T12:00:00Z");

    assertThat(WINDOW.place(latest, sandbox)).isEqualTo(new Place.Inside(LocalDate.of(2025, 6, 6)));
    assertThat(WINDOW.place(latest.plusNanos(1), sandbox)).isEqualTo(new Place.Ahead(latest));
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Seoul, 2024-03-01T14:59:59Z, 2024-03-01",
    "Asia/Seoul, 2024-03-01T15:00:00Z, 2024-03-02",
    // Clocks go forward at midnight: the day starts at 01:00 local.
    "America/Asuncion, 2024-10-06T03:59:59Z, 2024-10-05",
    "America/Asuncion, 2024-10-06T04:00:00Z, 2024-10-06",
    // Clocks go back: 01:30 comes twice, both on the same day.
    "America/New_York, 2024-11-03T05:30:00Z, 2024-11-03",
    "America/New_York, 2024-11-03T06:30:00Z, 2024-11-03",
    "America/New_York, 2024-11-04T04:59:59Z, 2024-11-03",
    "America/New_York, 2024-11-04T05:00:00Z, 2024-11-04",
    // A zone that skipped a whole day, 2011-12-30.
    "Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29",
    "Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31",
  })
  @DisplayName("TIME-1 an event counts on the local day of its own time")
  void localDay(String zone, String time, LocalDate day) {
    ChannelNow channel = channel(time, zone, false);

    assertThat(WINDOW.place(Instant.parse(time), channel)).isEqualTo(new Place.Inside(day));
  }
}
