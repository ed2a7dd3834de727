package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverageTest {

  @ParameterizedTest(name = "the last {1} halves of {0}: {2}, {3} cents")
  @DisplayName("PRE-9 BOOK-3 MON-2 postpaid units are priced where they stand in the month's total")
  @CsvSource(
      delimiter = '|',
      value = {
        "4500 | 1000 | units 4,001–4,500 | 2500",
        "50 | 100 | units 1–50 | 0",
        "51 | 102 | units 1–51 | 10",
        "3000 | 6000 | units 1–3,000 | 29500",
        "3001 | 2 | units 3,001–3,001 | 5",
        "20001 | 2 | units 20,001–20,001 | 1",
        "100 | 1 | units 100–100 | 5",
        "100 | 3 | units 99–100 | 15"
      })
  void priced(long total, long halves, String units, long minor) {
    Overage overage =
        new Overage(TestBooks.WORKFLOW, List.of(new Overage.Range(total * 2 - halves, total * 2)));

    assertThat(overage.amountMinor("USD")).isEqualTo(minor);
    assertThat(overage.description()).isEqualTo("workflow-action beyond prepaid, " + units);
  }

  @Test
  @DisplayName("PRE-9 MON-2 ranges are summed where each stands, and rounded once")
  void ranges() {
    Overage overage =
        new Overage(
            TestBooks.WORKFLOW,
            List.of(
                new Overage.Range(5_999, 6_000),
                new Overage.Range(6_000, 6_001),
                new Overage.Range(7_000, 7_001)));

    assertThat(overage.amountMinor("USD")).isEqualTo(10);
    assertThat(overage.halves()).isEqualTo(3);
    assertThat(overage.description())
        .isEqualTo("workflow-action beyond prepaid, units 3,000–3,001, 3,501–3,501");
  }
}
