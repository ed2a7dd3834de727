package dev.countinghouse.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The amount of one invoice line: the only place where an exact amount is rounded (MON-2).
 *
 * @param minor in the currency's smallest unit
 * @param currency ISO 4217
 */
public record LineAmount(long minor, String currency) {

  /**
   * Rounds half-up to the currency's own fraction: $0.1995 → 20 cents, ₩100.5 → 101.
   *
   * @param exact not yet rounded; negative on a credit (half away from zero, so that a credit
   *     mirrors its charge)
   * @param currency ISO 4217; unknown is an {@link IllegalArgumentException}
   */
  public static LineAmount round(BigDecimal exact, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_UP);
    return new LineAmount(rounded.unscaledValue().longValueExact(), currency);
  }
}
