package dev.countinghouse.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {

  private static final String PAID_PLAN =
      """
      {"model":"volume","meter":"mau","tiers":[{"upTo":1000,"flat":"27"},{"upTo":5000,"flat":"54"},
       {"upTo":10000,"flat":"90"},{"upTo":20000,"flat":"144"},{"flat":"700"}]}
      """;

  @ParameterizedTest(name = "{0} MAU cost {1}")
  @DisplayName("BOOK-3 volume: the tier that the total falls in; nothing used is the lowest tier")
  @CsvSource({
    "0, 27",
    "1, 27",
    "1000, 27",
    "1001, 54",
    "10000, 90",
    "10001, 144",
    "12000, 144",
    "20000, 144",
    "20001, 700"
  })
  void volumeTakesTheTotalsTier(long quantity, BigDecimal expected) {
    assertThat(read(PAID_PLAN).of(quantity)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest(name = "{0} units cost {1}")
  @DisplayName("BOOK-3 volume with unit prices: all units at the price of the total's tier")
  @CsvSource({"10, 10", "11, 5.5"})
  void volumeWithUnitPrices(long quantity, BigDecimal expected) {
    Price price =
        read("{\"model\":\"volume\",\"tiers\":[{\"upTo\":10,\"unit\":\"1\"},{\"unit\":\"0.5\"}]}");

    assertThat(price.of(quantity)).isEqualByComparingTo(expected);
  }

  @ParameterizedTest(name = "{0} units cost {1}")
  @DisplayName("BOOK-1 package: a started package is paid whole")
  @CsvSource({"0, 0", "1, 7", "100, 7", "101, 14", "200, 14", "201, 21"})
  void packageIsPaidWhenStarted(long quantity, BigDecimal expected) {
    Price price = read("{\"model\":\"package\",\"size\":100,\"amount\":\"7\"}");

    assertThat(price.of(quantity)).isEqualByComparingTo(expected);
  }

  @Test
  @DisplayName("MON-2 7 texts = 199.5 PU = $0.1995 → $0.20, not 7 × $0.03")
  void roundsOnceALine() {
    Price pu = read("{\"model\":\"per-unit\",\"amount\":\"0.001\"}");

    LineAmount line = LineAmount.round(pu.of(new BigDecimal("199.5")), "USD");

    assertThat(line.minor()).isEqualTo(20);
  }

  @ParameterizedTest(name = "{0} {1} → {2}")
  @DisplayName("MON-2 half-up to the currency's own fraction")
  @CsvSource({
    "0.004999, USD, 0",
    "0.005, USD, 1",
    "100.4, KRW, 100",
    "100.5, KRW, 101",
    "-0.005, USD, -1",
    "-0.0049, USD, 0"
  })
  void roundsHalfUp(BigDecimal exact, String currency, long minor) {
    assertThat(LineAmount.round(exact, currency).minor()).isEqualTo(minor);
  }

  @ParameterizedTest(name = "a sum of {0} saves {1}")
  @DisplayName("BOOK-4 the cap saves what is above it")
  @CsvSource({"2099.99, 0", "2100, 0", "2100.01, 0.01", "3000, 900"})
  void capSavesWhatIsAbove(BigDecimal sum, BigDecimal saved) {
    assertThat(new Cap(new BigDecimal("2100.00")).saved(sum)).isEqualByComparingTo(saved);
  }

  @Test
  @DisplayName("MON-1 a unit price may carry 12 decimals, not 13")
  void twelveDecimals() {
    assertThat(new PerUnit(new BigDecimal("0.000000000001")).of(1_000_000_000_000L))
        .isEqualByComparingTo("1");
    assertThatThrownBy(() -> new PerUnit(new BigDecimal("0.0000000000001")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @DisplayName("BOOK-1 a malformed price is refused when it is read")
  @ValueSource(
      strings = {
        "{}",
        "{\"model\":\"barter\",\"amount\":\"1\"}",
        "{\"model\":\"flat\"}",
        "{\"model\":\"flat\",\"amount\":\"-1\"}",
        "{\"model\":\"flat\",\"amount\":\"one\"}",
        "{\"model\":\"flat\",\"amount\":0.1}",
        "{\"model\":\"flat\",\"amount\":\"1e15\"}",
        "{\"model\":\"flat\",\"amount\":\"1e999999999\"}",
        "{\"model\":\"flat\",\"amount\":\"-1e-999999999\"}",
        "{\"model\":\"graduated\"}",
        "{\"model\":\"graduated\",\"tiers\":[{\"upTo\":\"x\",\"unit\":\"1\"},{\"unit\":\"1\"}]}",
        "{\"model\":\"volume\",\"tiers\":[{\"unit\":\"1\",\"flat\":\"1\"}]}",
        "{\"model\":\"package\",\"size\":0,\"amount\":\"1\"}"
      })
  void malformedIsRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Price read(String json) {
    try {
      return PriceReader.read(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
