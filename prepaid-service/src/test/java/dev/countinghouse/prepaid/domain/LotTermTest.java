package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotTermTest {

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("PRE-1 the last valid day is the day before the anniversary, clamped")
  @CsvSource({
    "2024-01-01, 2024-12-31",
    "2024-02-28, 2025-02-27",
    "2024-02-29, 2025-02-27",
    "2024-03-01, 2025-02-28",
    "2023-03-01, 2024-02-29",
    "2024-06-15, 2025-06-14",
    "2024-12-31, 2025-12-30"
  })
  void lastValidDay(LocalDate start, LocalDate last) {
    LotTerm term = new LotTerm(start);

    assertThat(term.lastValidDay()).isEqualTo(last);
    assertThat(term.isValidOn(start.minusDays(1))).isFalse();
    assertThat(term.isValidOn(start)).isTrue();
    assertThat(term.isValidOn(last)).isTrue();
    assertThat(term.isValidOn(last.plusDays(1))).isFalse();
  }

  @Test
  @DisplayName("PRE-2 each of the twelve windows starts on the lot's own day of the month")
  void windowsStartOnTheLotsDay() {
    List<LotTerm.Window> windows = new LotTerm(LocalDate.of(2024, 1, 31)).windows();

    assertThat(windows).hasSize(12);
    assertThat(windows)
        .extracting(LotTerm.Window::from)
        .startsWith(
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 31),
            LocalDate.of(2024, 4, 30));
  }

  @Test
  @DisplayName("PRE-2 the windows follow one another without a gap, to the lot's end")
  void windowsCoverTheTerm() {
    LotTerm term = new LotTerm(LocalDate.of(2024, 2, 29));
    List<LotTerm.Window> windows = term.windows();

    for (int month = 1; month < windows.size(); month++) {
      assertThat(windows.get(month).from()).isEqualTo(windows.get(month - 1).to());
    }
    assertThat(windows.get(0).from()).isEqualTo(term.start());
    assertThat(windows.get(11).to()).isEqualTo(term.lastValidDay().plusDays(1));
  }
}
