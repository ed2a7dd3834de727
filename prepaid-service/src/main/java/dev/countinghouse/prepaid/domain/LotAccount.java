package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * A lot as it was stored.
   *
   * @param windows by month from 0; one that is missing has taken nothing
   */
  public static LotAccount of(String id, PurchasedLot lot, Map<Integer, WindowUse> windows) {
    List<WindowUse> all = new ArrayList<>(Collections.nCopies(LotTerm.MONTHS, WindowUse.NONE));
    windows.forEach(all::set);
    return new LotAccount(id, lot, all);
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
    return with(month, windows.get(month).draw(halves));
  }

  /** What is remembered, as a use is, with the window of its day. */
  long rememberedHalves(UncoveredUse use) {
    if (!lot.term().isValidOn(use.day())) {
      return 0;
    }
    WindowUse window = windows.get(lot.term().windowOf(use.day()));
    return use.postpaid() ? window.postpaidHalves() : window.unbilledHalves();
  }

  /** Remembers with the window of its day so much of what no lot had room for. */
  LotAccount remember(UncoveredUse use, long halves) {
    if (halves == 0) {
      return this;
    }
    int month = lot.term().windowOf(use.day());
    return with(month, windows.get(month).leaveUncovered(halves, use.postpaid()));
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
    return with(month, window.close(window.usedHalves() + Math.min(missing, leftHalves())));
  }

  /** Closes every window that is over on a day; windows close in their order. */
  public LotAccount closeUntil(LocalDate day) {
    LotAccount account = this;
    for (int month = 0; month < LotTerm.MONTHS; month++) {
      boolean over = !day.isBefore(lot.term().window(month).to());
      account = over ? account.close(month) : account;
    }
    return account;
  }

  /** First day after the window that closes next; null when all are closed. */
  public @Nullable LocalDate nextClose() {
    for (int month = 0; month < LotTerm.MONTHS; month++) {
      if (!windows.get(month).closed()) {
        return lot.term().window(month).to();
      }
    }
    return null;
  }

  /**
   * What was left of the pool when a window had taken its part.
   *
   * @param month from 0
   */
  public long leftAfterHalves(int month) {
    long deducted =
        windows.subList(0, month + 1).stream().mapToLong(WindowUse::deductedHalves).sum();
    return lot.poolHalves() - deducted;
  }

  private LotAccount with(int month, WindowUse window) {
    List<WindowUse> changed = new ArrayList<>(windows);
    changed.set(month, window);
    return new LotAccount(id, lot, changed);
  }
}
