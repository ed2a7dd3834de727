package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What usage of a day takes from a channel's lots of an item (PRE-4, PRE-6).
 *
 * @param shares by lot, in the order in which they were drawn
 * @param postpaidHalves what no lot had room for; in a paid period it is billed in arrears (PRE-9)
 * @param after the lots as they are afterwards, in their draw order
 */
public record Draw(List<Share> shares, long postpaidHalves, List<LotAccount> after) {

  public Draw {
    shares = List.copyOf(shares);
    after = List.copyOf(after);
  }

  /**
   * What one lot gave.
   *
   * @param ownHalves within its M
   * @param borrowedHalves above it, from its later months
   */
  public record Share(String lot, long ownHalves, long borrowedHalves) {}

  /**
   * Draws from the earliest-expiring lot first, each within its own window's maximum.
   *
   * @param lots of one item, in any order; those that are not valid on the day give nothing
   * @param halves usage beyond the plan's allowance (PRE-7), in halves of a unit
   */
  public static Draw of(List<LotAccount> lots, LocalDate day, long halves) {
    List<Share> shares = new ArrayList<>();
    List<LotAccount> after = new ArrayList<>();
    long left = halves;
    for (LotAccount lot : lots.stream().sorted(LotAccount.DRAW_ORDER).toList()) {
      long taken = Math.min(left, lot.roomHalves(day));
      LotAccount drawn = taken == 0 ? lot : lot.draw(day, taken);
      if (taken > 0) {
        shares.add(share(lot, drawn, day));
      }
      after.add(drawn);
      left -= taken;
    }
    return new Draw(shares, left, after);
  }

  private static Share share(LotAccount before, LotAccount after, LocalDate day) {
    int month = before.lot().term().windowOf(day);
    WindowUse was = before.windows().get(month);
    WindowUse is = after.windows().get(month);
    return new Share(
        before.id(),
        is.ownHalves(before.lot()) - was.ownHalves(before.lot()),
        is.borrowedHalves(before.lot()) - was.borrowedHalves(before.lot()));
  }
}
