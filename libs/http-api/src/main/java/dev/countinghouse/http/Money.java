package dev.countinghouse.http;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * Money as JSON: {@code {"amount":"95.00","currency":"USD"}} (MON-1).
 *
 * @param amount decimal string with the currency's own fraction digits
 * @param currency ISO 4217
 */
public record Money(String amount, String currency) {

  private static final Pattern FORM = Pattern.compile("-?\\d{1,14}(\\.\\d{1,3})?");

  /** From an integer of the currency's smallest unit. */
  public static Money ofMinor(long minor, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new Money(BigDecimal.valueOf(minor, digits).toPlainString(), currency);
  }

  /**
   * The integer of the currency's smallest unit.
   *
   * @param field what to blame when the amount is no decimal, or finer than the currency
   */
  public long minor(String field) {
    try {
      int digits = Currency.getInstance(currency).getDefaultFractionDigits();
      if (FORM.matcher(amount).matches()) {
        return new BigDecimal(amount).movePointRight(digits).longValueExact();
      }
    } catch (ArithmeticException | IllegalArgumentException refused) {
      throw refused(field);
    }
    throw refused(field);
  }

  private static ProblemException refused(String field) {
    return new ProblemException(
        Problem.of(400, "body.invalid", "An amount of money is not one of its currency.")
            .blaming(field, "an ISO 4217 currency and a decimal string no finer than it has"));
  }
}
