package dev.countinghouse.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.subscription.domain.Refundable.ItemAmount;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundableTest {

  private static final List<ItemAmount> PAID =
      List.of(new ItemAmount("mu", 100), new ItemAmount("mu", 50), new ItemAmount("pu", 30));

  @ParameterizedTest(name = "{0} of mu and {1} of pu: {2}")
  @CsvSource({
    "150, 30, true",
    "151, 0, false",
    "150, 31, false",
    "0, 30, true",
  })
  @DisplayName("PRE-15 of each item no more than was paid for it")
  void bounds(long mu, long pu, boolean covered) {
    Refundable left = Refundable.of(PAID, List.of());

    assertThat(left.covers(List.of(new ItemAmount("mu", mu), new ItemAmount("pu", pu))))
        .isEqualTo(covered);
  }

  @Test
  @DisplayName("PRE-15 what was paid back counts, and what was never paid for is not covered")
  void whatIsLeft() {
    Refundable left = Refundable.of(PAID, List.of(new ItemAmount("mu", 100)));

    assertThat(left.covers(List.of(new ItemAmount("mu", 50)))).isTrue();
    assertThat(left.covers(List.of(new ItemAmount("mu", 51)))).isFalse();
    assertThat(left.covers(List.of(new ItemAmount("mu", 25), new ItemAmount("mu", 26)))).isFalse();
    assertThat(left.covers(List.of(new ItemAmount("basic-seat", 1)))).isFalse();
  }
}
