package dev.countinghouse.pricing;

import java.math.BigDecimal;

/** What a quantity of something costs (BOOK-1). Amounts are exact and not yet rounded (MON-1). */
public sealed interface Price permits Flat, PerUnit, Graduated, Volume, PerPackage {

  /**
   * The amount for {@code quantity} units, counted from the first.
   *
   * @param quantity 0 or more; may have a fraction (14.5 PU)
   */
  BigDecimal of(BigDecimal quantity);

  /** The amount for {@code quantity} whole units, counted from the first. */
  default BigDecimal of(long quantity) {
    return of(BigDecimal.valueOf(quantity));
  }

  /**
   * The amount for the units after {@code already} up to and including {@code total}, priced where
   * they stand (PRE-9): with the workflow tiers, units 4,001 to 4,500 are $25.
   */
  default BigDecimal between(BigDecimal already, BigDecimal total) {
    if (already.compareTo(total) > 0) {
      throw new IllegalArgumentException(already + " units already exceed " + total);
    }
    return of(total).subtract(of(already));
  }
}
