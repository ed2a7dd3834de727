package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;

/**
 * A lot as it comes to be (PRE-1, PRE-2). Its pool is counted in halves of a unit, for a window's
 * minimum can end in a half (PRE-3: M = 101 → 50.5).
 */
public record PurchasedLot(String item, long monthlyQuantity, LotTerm term, boolean renew) {

  static final int HALVES = 2;

  /** PRE-2: 12 × M. */
  public long poolHalves() {
    return Math.multiplyExact(monthlyQuantity, (long) LotTerm.MONTHS * HALVES);
  }

  /** PRE-3: M/2, the least that a window takes at its close. */
  public long minimumHalves() {
    return monthlyQuantity;
  }

  /** M. */
  public long ownHalves() {
    return Math.multiplyExact(monthlyQuantity, HALVES);
  }

  /** PRE-4: 2 × M, the most that a window may draw. */
  public long maximumHalves() {
    return Math.multiplyExact(monthlyQuantity, 2L * HALVES);
  }

  /** A lot of {@code item} that begins on {@code start}. */
  public static PurchasedLot startingOn(
      LocalDate start, String item, long monthlyQuantity, boolean renew) {
    return new PurchasedLot(item, monthlyQuantity, new LotTerm(start), renew);
  }
}
