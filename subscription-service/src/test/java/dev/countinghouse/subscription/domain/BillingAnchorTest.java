package dev.countinghouse.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingAnchorTest {

  @ParameterizedTest(name = "from {0}: {1}, {2}, {3}, {4}")
  @DisplayName("TIME-4 a month lacking the day uses its last day, and the anchor returns")
  @CsvSource({
    "2024-01-31, 2024-02-29, 2024-03-31, 2024-04-30, 2024-05-31",
    "2025-01-30, 2025-02-28, 2025-03-30, 2025-04-30, 2025-05-30",
    "2023-01-29, 2023-02-28, 2023-03-29, 2023-04-29, 2023-05-29",
    "2024-01-29, 2024-02-29, 2024-03-29, 2024-04-29, 2024-05-29",
    "2023-12-31, 2024-01-31, 2024-02-29, 2024-03-31, 2024-04-30",
    "2024-01-01, 2024-02-01, 2024-03-01, 2024-04-01, 2024-05-01"
  })
  void anchorReturns(
      LocalDate first, LocalDate second, LocalDate third, LocalDate fourth, LocalDate fifth) {
    assertThat(billingDays(first, 4)).containsExactly(second, third, fourth, fifth);
  }

  @ParameterizedTest(name = "after {0}")
  @DisplayName("TIME-4 the next billing day is strictly after the day it is asked on")
  @CsvSource({"2024-02-28, 2024-02-29", "2024-02-29, 2024-03-31", "2024-03-01, 2024-03-31"})
  void strictlyAfter(LocalDate date, LocalDate next) {
    assertThat(new BillingAnchor(31).after(date)).isEqualTo(next);
  }

  @Test
  @DisplayName("TIME-4 every month has exactly one billing day, whatever the anchor")
  void oneBillingDayAMonth() {
    long seed = 20240131;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      LocalDate first = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
      List<LocalDate> days = billingDays(first, 24);
      YearMonth month = YearMonth.from(first);
      for (LocalDate day : days) {
        month = month.plusMonths(1);
        int expected = Math.min(first.getDayOfMonth(), month.lengthOfMonth());
        assertThat(day).as("seed %d, from %s", seed, first).isEqualTo(month.atDay(expected));
      }
    }
  }

  @ParameterizedTest
  @DisplayName("TIME-4 an anchor is a day of a month")
  @ValueSource(ints = {0, 32})
  void isADayOfAMonth(int day) {
    assertThatThrownBy(() -> new BillingAnchor(day)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<LocalDate> billingDays(LocalDate first, int count) {
    BillingAnchor anchor = BillingAnchor.of(first);
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = first;
    for (int month = 0; month < count; month++) {
      day = anchor.after(day);
      days.add(day);
    }
    return days;
  }
}
