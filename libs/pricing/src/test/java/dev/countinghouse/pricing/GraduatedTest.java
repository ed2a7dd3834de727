package dev.countinghouse.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraduatedTest {

  private static final Graduated WORKFLOW =
      new Graduated(
          List.of(tier(50L, "0"), tier(3000L, "0.1"), tier(20000L, "0.05"), tier(null, "0.01")));

  @ParameterizedTest(name = "{0} units cost {1}")
  @DisplayName("BOOK-3 graduated: each unit at the price of the tier it falls in")
  @CsvSource({
    "0, 0",
    "1, 0",
    "50, 0",
    "51, 0.10",
    "1000, 95",
    "2999, 294.90",
    "3000, 295.00",
    "3001, 295.05",
    "5000, 395",
    "20000, 1145.00",
    "20001, 1145.01"
  })
  void eachUnitAtItsTiersPrice(long quantity, BigDecimal expected) {
    assertThat(WORKFLOW.of(quantity)).isEqualByComparingTo(expected);
  }

  @Test
  @DisplayName("PRE-9 units are priced where they stand: 4,001 to 4,500 are $25")
  void priceWhereTheyStand() {
    BigDecimal amount = WORKFLOW.between(new BigDecimal("4000"), new BigDecimal("4500"));

    assertThat(amount).isEqualByComparingTo("25");
  }

  @Test
  @DisplayName("PRE-9 units on both sides of a tier's end")
  void priceAcrossTheEndOfATier() {
    BigDecimal amount = WORKFLOW.between(new BigDecimal("2999"), new BigDecimal("3001"));

    assertThat(amount).isEqualByComparingTo("0.15");
  }

  @Test
  @DisplayName("BOOK-3 graduated agrees with a count unit by unit")
  void agreesWithUnitByUnit() {
    BigDecimal naive = BigDecimal.ZERO;
    for (int unit = 1; unit <= 21_000; unit++) {
      naive = naive.add(priceOfUnit(unit));
      assertThat(WORKFLOW.of(unit)).as("%d units", unit).isEqualByComparingTo(naive);
    }
  }

  @Test
  @DisplayName("BOOK-1 tiers that do not ascend, or whose last ends, are refused")
  void malformedTiersAreRefused() {
    assertThatThrownBy(() -> new Graduated(List.of(tier(50L, "1"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Graduated(List.of(tier(50L, "1"), tier(50L, "1"), tier(null, "0"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Graduated(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static BigDecimal priceOfUnit(int unit) {
    return new BigDecimal(
        unit <= 50 ? "0" : unit <= 3000 ? "0.1" : unit <= 20_000 ? "0.05" : "0.01");
  }

  private static Graduated.Tier tier(@Nullable Long upTo, String unit) {
    return new Graduated.Tier(upTo, new BigDecimal(unit));
  }
}
