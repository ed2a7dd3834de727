package dev.countinghouse.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MauWindowTest {

  @Test
  @DisplayName("MAU-2 active on 2024-03-01 only: counted on 03-31, not on 04-01")
  void ruleExample() {
    LocalDate active = LocalDate.of(2024, 3, 1);

    assertThat(MauWindow.endingOn(LocalDate.of(2024, 3, 31)).contains(active)).isTrue();
    assertThat(MauWindow.endingOn(LocalDate.of(2024, 4, 1)).contains(active)).isFalse();
  }

  @Test
  @DisplayName("MAU-2 the window is 31 days, across a leap day too")
  void length() {
    MauWindow window = MauWindow.endingOn(LocalDate.of(2024, 3, 1));

    assertThat(window.first()).isEqualTo("2024-01-31");
    assertThat(window.first().datesUntil(window.last().plusDays(1))).hasSize(31);
  }

  @Test
  @DisplayName("MAU-2 the day itself counts, the day after does not")
  void end() {
    LocalDate day = LocalDate.of(2024, 3, 31);

    assertThat(MauWindow.endingOn(day).contains(day)).isTrue();
    assertThat(MauWindow.endingOn(day).contains(day.plusDays(1))).isFalse();
  }
}
