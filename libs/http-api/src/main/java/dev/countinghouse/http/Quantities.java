package dev.countinghouse.http;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Quantities that may be fractional: long tenths inside, decimal strings outside (MON-3). */
public final class Quantities {

  /** At most as many digits as tenths always fit a long. */
  private static final Pattern FORM = Pattern.compile("-?\\d{1,17}(\\.\\d)?");

  private Quantities() {}

  /** 145 tenths are {@code "14.5"}, 9900 are {@code "990"}. */
  public static String ofTenths(long tenths) {
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : BigDecimal.valueOf(tenths, 1).toPlainString();
  }

  /**
   * Reads a decimal string.
   *
   * @param field what to blame when it is none, or finer than a tenth, or too large
   */
  public static long tenths(String field, String text) {
    if (!FORM.matcher(text).matches()) {
      throw new ProblemException(
          Problem.of(400, "body.invalid", "A quantity is not a decimal with at most one digit.")
              .blaming(field, "a decimal string with at most one fraction digit, as in 14.5"));
    }
    return new BigDecimal(text).movePointRight(1).longValueExact();
  }
}
