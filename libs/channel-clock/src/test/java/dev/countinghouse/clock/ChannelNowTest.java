package dev.countinghouse.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelNowTest {

  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource({
    "2024-02-20T14:59:59.999999Z, Asia/Seoul, 2024-02-20",
    "2024-02-20T15:00:00Z, Asia/Seoul, 2024-02-21",
    // 2024-03-10 has 23 hours in New York
    "2024-03-10T04:59:59Z, America/New_York, 2024-03-09",
    "2024-03-10T05:00:00Z, America/New_York, 2024-03-10",
    "2024-03-11T03:59:59Z, America/New_York, 2024-03-10",
    "2024-03-11T04:00:00Z, America/New_York, 2024-03-11",
    // 2024-11-03 has 25
    "2024-11-03T04:00:00Z, America/New_York, 2024-11-03",
    "2024-11-04T04:59:59Z, America/New_York, 2024-11-03",
    "2024-11-04T05:00:00Z, America/New_York, 2024-11-04",
    // 2011-12-30 does not exist in Apia
    "2011-12-30T09:59:59Z, Pacific/Apia, 2011-12-29",
    "2011-12-30T10:00:00Z, Pacific/Apia, 2011-12-31",
  })
  @DisplayName("TIME-1 days are read in the channel's time zone")
  void days(Instant now, String zone, LocalDate day) {
    ChannelNow channel = new ChannelNow("ch_1", now, ZoneId.of(zone), "USD", "US", false);

    assertThat(channel.today()).isEqualTo(day);
  }
}
