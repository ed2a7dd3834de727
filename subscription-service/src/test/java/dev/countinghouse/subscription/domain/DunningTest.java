package dev.countinghouse.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant FIRST = at("2024-03-05T10:00");

  @ParameterizedTest(name = "after failure {0}: {1}")
  @DisplayName("SUB-4 retried 1, 3, 5 and 7 days after the first failure, at the same local time")
  @CsvSource({
    "1, 2024-03-06T10:00",
    "2, 2024-03-08T10:00",
    "3, 2024-03-10T10:00",
    "4, 2024-03-12T10:00"
  })
  void retries(int failures, String expected) {
    assertThat(Dunning.after(failures, FIRST, ZONE)).isEqualTo(new Dunning.Retry(at(expected)));
  }

  @Test
  @DisplayName("SUB-4 when the last retry fails it is given up")
  void givesUp() {
    assertThat(Dunning.after(5, FIRST, ZONE)).isEqualTo(new Dunning.GiveUp());
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
