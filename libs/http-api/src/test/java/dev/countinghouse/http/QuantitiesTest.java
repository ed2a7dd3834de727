package dev.countinghouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "9900,990",
    "145,14.5",
    "-5,-0.5",
    "1,0.1",
    "9223372036854775807,922337203685477580.7"
  })
  @DisplayName("MON-3 tenths are written as decimal strings")
  void written(long tenths, String text) {
    assertThat(Quantities.ofTenths(tenths)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "990,9900",
    "14.5,145",
    "-0.5,-5",
    "10.0,100",
    "99999999999999999.9,999999999999999999"
  })
  @DisplayName("MON-3 decimal strings are read as tenths")
  void read(String text, long tenths) {
    assertThat(Quantities.tenths("quantity", text)).isEqualTo(tenths);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "14.55",
        "14.50",
        ".5",
        "5.",
        "1e3",
        "+1",
        " 1",
        "one",
        "100000000000000000",
        "٣"
      })
  @DisplayName("MON-3 what is finer than a tenth, too large or no decimal is refused")
  void refused(String text) {
    assertThatThrownBy(() -> Quantities.tenths("quantity", text))
        .hasMessageContaining("body.invalid");
  }

  @ParameterizedTest
  @CsvSource({"9500,USD,95.00", "5,USD,0.05", "-5,USD,-0.05", "1500,KRW,1500", "1234,KWD,1.234"})
  @DisplayName("MON-1 money has its currency's own digits, both ways")
  void money(long minor, String currency, String amount) {
    assertThat(Money.ofMinor(minor, currency)).isEqualTo(new Money(amount, currency));
    assertThat(new Money(amount, currency).minor("price")).isEqualTo(minor);
  }

  @ParameterizedTest
  @CsvSource({"0.001,USD", "1.5,KRW", "1,XX", "ten,USD", "1e2,USD"})
  @DisplayName("MON-1 money finer than its currency, or of none, is refused")
  void moneyRefused(String amount, String currency) {
    assertThatThrownBy(() -> new Money(amount, currency).minor("price"))
        .hasMessageContaining("body.invalid");
  }
}
