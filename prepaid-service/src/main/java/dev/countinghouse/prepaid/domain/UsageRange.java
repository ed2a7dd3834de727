package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a channel's lots of an item mean for a month, as of a day (PRE-6).
 *
 * @param monthly the sum of M
 * @param minimumHalves what is deducted in any case, in halves of a unit
 * @param maximum the most that can be drawn
 */
public record UsageRange(long monthly, long minimumHalves, long maximum) {

  /** The sum over the lots that are valid that day; all zero when none is. */
  public static UsageRange of(List<PurchasedLot> lots, LocalDate day) {
    List<PurchasedLot> valid = lots.stream().filter(lot -> lot.term().isValidOn(day)).toList();
    long monthly = valid.stream().mapToLong(PurchasedLot::monthlyQuantity).sum();
    return new UsageRange(
        monthly,
        valid.stream().mapToLong(PurchasedLot::minimumHalves).sum(),
        valid.stream().mapToLong(PurchasedLot::maximumHalves).sum() / PurchasedLot.HALVES);
  }
}
