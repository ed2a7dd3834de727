package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundDecisionTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("PRE-15 within 7 days, to the same local time")
  @CsvSource({
    "2024-03-05T01:00:00Z, true",
    "2024-03-12T00:59:59.999999Z, true",
    "2024-03-12T01:00:00Z, false"
  })
  void sevenDays(Instant now, boolean granted) {
    RefundDecision decision =
        RefundDecision.decide(Instant.parse("2024-03-05T01:00:00Z"), SEOUL, now, true);

    assertThat(decision instanceof RefundDecision.Granted).isEqualTo(granted);
  }

  @Test
  @DisplayName("PRE-15 TIME-1 seven local days, though one of them has only 23 hours")
  void overADaylightSavingChange() {
    Instant bought = Instant.parse("2024-03-08T17:00:00Z");
    Instant sevenLocalDaysLater = Instant.parse("2024-03-15T16:00:00Z");

    RefundDecision decision =
        RefundDecision.decide(bought, ZoneId.of("America/New_York"), sevenLocalDaysLater, true);

    assertThat(decision).isEqualTo(new RefundDecision.TooLate(sevenLocalDaysLater));
  }

  @Test
  @DisplayName("PRE-15 only if nothing at all was deducted")
  void touched() {
    Instant now = Instant.parse("2024-03-05T01:00:00Z");

    assertThat(RefundDecision.decide(now, SEOUL, now, false))
        .isInstanceOf(RefundDecision.Touched.class);
  }
}
