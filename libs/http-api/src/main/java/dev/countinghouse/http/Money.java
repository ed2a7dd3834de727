package dev.countinghouse.http;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Money as JSON: {@code {"amount":"95.00","currency":"USD"}} (MON-1).
 *
 * @param amount decimal string with the currency's own fraction digits
 * @param currency ISO 4217
 */
public record Money(String amount, String currency) {

  /** From an integer of the currency's smallest unit. */
  public static Money ofMinor(long minor, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new Money(BigDecimal.valueOf(minor, digits).toPlainString(), currency);
  }
}
