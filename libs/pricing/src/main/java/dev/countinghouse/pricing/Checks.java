package dev.countinghouse.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What every price must be; each check throws {@link IllegalArgumentException}. */
final class Checks {

  /** Decimals that a unit price may carry (MON-1). */
  static final int MAX_DECIMALS = 12;

  /** Digits that it may have before the point. */
  static final int MAX_DIGITS = 15;

  private Checks() {}

  static void amount(String field, BigDecimal amount) {
    if (amount.signum() < 0
        || amount.stripTrailingZeros().scale() > MAX_DECIMALS
        || amount.precision() - amount.scale() > MAX_DIGITS) {
      throw new IllegalArgumentException(
          field
              + " must be 0 or more with at most 15 digits before the point and 12 after it, was "
              + amount);
    }
  }

  static BigDecimal quantity(BigDecimal quantity) {
    if (quantity.signum() < 0) {
      throw new IllegalArgumentException("a quantity is 0 or more, was " + quantity);
    }
    return quantity;
  }

  /** The ends of tiers ascend from 1, and only the last tier has none. */
  static void ascending(@Nullable Long[] ends) {
    if (ends.length == 0 || ends[ends.length - 1] != null) {
      throw new IllegalArgumentException("the last tier must have no upTo");
    }
    long below = 0;
    for (int tier = 0; tier < ends.length - 1; tier++) {
      Long end = ends[tier];
      if (end == null || end <= below) {
        throw new IllegalArgumentException("the tiers' upTo must ascend from 1");
      }
      below = end;
    }
  }
}
