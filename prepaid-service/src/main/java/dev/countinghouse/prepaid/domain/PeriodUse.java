package dev.countinghouse.prepaid.domain;

import org.jspecify.annotations.Nullable;

/**
 * The usage of an item in a period.
 *
 * @param allowance what the plan includes (PRE-7)
 * @param limit the channel's own ceiling (PRE-16); null when it has set none
 * @param total every unit that was let through
 * @param uncoveredHalves what neither the allowance nor a lot had room for
 * @param billedHalves the part of that which stands on an invoice
 */
public record PeriodUse(
    UsagePeriod period,
    long allowance,
    @Nullable Long limit,
    long total,
    long uncoveredHalves,
    long billedHalves) {

  /** A period of which nothing has been counted yet. */
  public static PeriodUse none(UsagePeriod period, long allowance, @Nullable Long limit) {
    return new PeriodUse(period, allowance, limit, 0, 0, 0);
  }

  /** Units that the plan's allowance covered. */
  public long withinAllowance() {
    return Math.min(total, allowance);
  }

  /** What lots gave. */
  public long drawnHalves() {
    return PurchasedLot.HALVES * (total - withinAllowance()) - uncoveredHalves;
  }

  /** What is uncovered and stands on no invoice yet. */
  public long unbilledHalves() {
    return uncoveredHalves - billedHalves;
  }

  PeriodUse add(long units) {
    return new PeriodUse(
        period, allowance, limit, Math.addExact(total, units), uncoveredHalves, billedHalves);
  }

  PeriodUse leaveUncovered(long halves) {
    return new PeriodUse(
        period, allowance, limit, total, Math.addExact(uncoveredHalves, halves), billedHalves);
  }
}
