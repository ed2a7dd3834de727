package dev.countinghouse.prepaid.domain;

/**
 * What a monthly window of a lot has taken from the pool, in halves of a unit.
 *
 * @param usedHalves drawn by usage
 * @param deductedHalves what the pool has given: the usage, and after the close at least the
 *     minimum (PRE-3)
 * @param uncoveredHalves usage of its days that neither this lot nor one before it had room for
 * @param unbilledHalves the part of that which happened on trial or on Free, where nothing is
 *     billed
 */
public record WindowUse(
    long usedHalves,
    long deductedHalves,
    long uncoveredHalves,
    long unbilledHalves,
    boolean closed) {

  static final WindowUse NONE = new WindowUse(0, 0, 0, 0, false);

  public WindowUse {
    if (usedHalves < 0 || deductedHalves < usedHalves) {
      throw new IllegalArgumentException("a window deducts at least what was used");
    }
    if (unbilledHalves < 0 || uncoveredHalves < unbilledHalves) {
      throw new IllegalArgumentException("a window bills at most what is uncovered");
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

  /** What of its days is billed in arrears (SUB-1a). */
  public long postpaidHalves() {
    return uncoveredHalves - unbilledHalves;
  }

  WindowUse draw(long halves) {
    long used = usedHalves + halves;
    return new WindowUse(
        used, Math.max(used, deductedHalves), uncoveredHalves, unbilledHalves, closed);
  }

  WindowUse leaveUncovered(long halves, boolean postpaid) {
    return new WindowUse(
        usedHalves,
        deductedHalves,
        uncoveredHalves + halves,
        unbilledHalves + (postpaid ? 0 : halves),
        closed);
  }

  WindowUse close(long deducted) {
    return new WindowUse(usedHalves, deducted, uncoveredHalves, unbilledHalves, true);
  }
}
