package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A lot and what its twelve windows have taken (PRE-2 to PRE-5).
 *
 * @param windows in the order of their months
 */
public record LotAccount(String id, PurchasedLot lot, List<WindowUse> windows) {

  /** PRE-6: the earliest-expiring first; the id settles the rest. */
  public static final Comparator<LotAccount> DRAW_ORDER =
      Comparator.comparing((LotAccount account) -> account.lot().term().lastValidDay())
          .thenComparing(LotAccount::id);

  public LotAccount {
    windows = List.copyOf(windows);
    if (windows.size() != LotTerm.MONTHS) {
      throw new IllegalArgumentException("a lot has twelve windows");
    }
  }

  /** A lot from which nothing was taken. */
  public static LotAccount fresh(String id, PurchasedLot lot) {
    return new LotAccount(id, lot, Collections.nCopies(LotTerm.MONTHS, WindowUse.NONE));
  }

  /** What is left of the pool. */
  public long leftHalves() {
    return lot.poolHalves() - windows.stream().mapToLong(WindowUse::deductedHalves).sum();
  }

  /**
   * How much the window of a day can still draw: up to 2 × M in all, never beyond the pool (PRE-4).
   * Usage that comes after the close is first covered by what the minimum took.
   */
  public long roomHalves(LocalDate day) {
    if (!lot.term().isValidOn(day)) {
      return 0;
    }
    WindowUse window = windows.get(lot.term().windowOf(day));
    return Math.min(
        lot.maximumHalves() - window.usedHalves(), leftHalves() + window.minimumHalves());
  }

  /** Draws {@code halves}, at most {@link #roomHalves}, in the window of a day. */
  LotAccount draw(LocalDate day, long halves) {
    if (halves > roomHalves(day)) {
      throw new IllegalArgumentException("lot " + id + " has no room for " + halves);
    }
    int month = lot.term().windowOf(day);
    WindowUse before = windows.get(month);
    long used = before.usedHalves() + halves;
    return with(
        month, new WindowUse(used, Math.max(used, before.deductedHalves()), before.closed()));
  }

  /**
   * Closes a window: one that drew less than M/2 is deducted up to M/2, never beyond the pool
   * (PRE-3). Closing it again changes nothing.
   *
   * @param month from 0
   */
  public LotAccount close(int month) {
    WindowUse window = windows.get(month);
    if (window.closed()) {
      return this;
    }
    long missing = Math.max(0, lot.minimumHalves() - window.usedHalves());
    long deducted = window.usedHalves() + Math.min(missing, leftHalves());
    return with(month, new WindowUse(window.usedHalves(), deducted, true));
  }

  private LotAccount with(int month, WindowUse window) {
    List<WindowUse> changed = new ArrayList<>(windows);
    changed.set(month, window);
    return new LotAccount(id, lot, changed);
  }
}
