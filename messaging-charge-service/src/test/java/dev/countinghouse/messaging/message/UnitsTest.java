package dev.countinghouse.messaging.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0.1", "10, 1", "100, 10", "145, 14.5", "285, 28.5", "10000, 1000"})
  @DisplayName("MON-3 tenths as decimal text")
  void text(long tenths, String units) {
    assertThat(Units.text(tenths)).isEqualTo(units);
  }
}
