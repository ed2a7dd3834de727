package dev.countinghouse.prepaid.domain;

/**
 * What a monthly window of a lot has taken from the pool, in halves of a unit.
 *
 * @param usedHalves drawn by usage
 * @param deductedHalves what the pool has given: the usage, and after the close at least the
 *     minimum (PRE-3)
 */
public record WindowUse(long usedHalves, long deductedHalves, boolean closed) {

  static final WindowUse NONE = new WindowUse(0, 0, false);

  public WindowUse {
    if (usedHalves < 0 || deductedHalves < usedHalves) {
      throw new IllegalArgumentException("a window deducts at least what was used");
    }
  }

  /** What was deducted without having been used. */
  public long minimumHalves() {
    return deductedHalves - usedHalves;
  }

  /** The used part within M. */
  public long ownHalves(PurchasedLot lot) {
    return Math.min(usedHalves, lot.ownHalves());
  }

  /** The used part above M, borrowed from later months (PRE-4). */
  public long borrowedHalves(PurchasedLot lot) {
    return usedHalves - ownHalves(lot);
  }
}
