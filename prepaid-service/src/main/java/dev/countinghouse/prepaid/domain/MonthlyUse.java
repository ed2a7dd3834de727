package dev.countinghouse.prepaid.domain;

import dev.countinghouse.pricing.Price;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How usage of a month divides (PRE-7, PRE-9, PRE-16); quantities are whole units. */
public final class MonthlyUse {

  private MonthlyUse() {}

  /**
   * How much of new usage is beyond the plan's own allowance and so draws (PRE-7).
   *
   * @param before usage of the month so far
   */
  public static long beyondAllowance(long allowance, long before, long units) {
    return Math.max(0, before + units - Math.max(allowance, before));
  }

  /**
   * How much of new usage the channel's own ceiling lets through; the rest is refused even when
   * lots have quota left (PRE-16).
   *
   * @param limit null when the channel has set none
   * @param before usage of the month so far
   */
  public static long withinLimit(@Nullable Long limit, long before, long units) {
    return limit == null ? units : Math.max(0, Math.min(units, limit - before));
  }

  /**
   * What postpaid units cost: they are priced where they stand in the month's total (PRE-9).
   *
   * @param total usage of the month up to the last of them
   * @param postpaid the end of it, which no allowance and no lot covered
   */
  public static BigDecimal overage(Price price, BigDecimal total, BigDecimal postpaid) {
    // By volume a larger total can be cheaper as a whole; more usage is never paid back for that.
    return price.between(total.subtract(postpaid), total).max(BigDecimal.ZERO);
  }
}
