package dev.countinghouse.prepaid.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of usage of an item: the channel's own limit lets it through or refuses it (PRE-16),
 * the plan's allowance covers it (PRE-7), lots give (PRE-4, PRE-6), and the rest is uncovered.
 *
 * @param after the state as it is afterwards
 * @param withheld what the limit refused, by period and day; decided again when the limit is raised
 */
public record UsageDecision(ItemUse after, List<CountedUse> withheld) {

  public UsageDecision {
    withheld = List.copyOf(withheld);
  }

  /**
   * Decides; much usage at once is decided as if it had come one unit after another.
   *
   * @param counts in the order in which they take
   */
  public static UsageDecision of(ItemUse before, List<CountedUse> counts) {
    ItemUse state = before;
    List<CountedUse> withheld = new ArrayList<>();
    for (CountedUse count : counts) {
      PeriodUse use = state.period(count.period().start());
      long passed = MonthlyUse.withinLimit(use.limit(), use.total(), count.units());
      if (passed < count.units()) {
        withheld.add(count.of(count.units() - passed));
      }
      state = take(state, use, count.of(passed));
    }
    return new UsageDecision(state, withheld);
  }

  private static ItemUse take(ItemUse state, PeriodUse use, CountedUse count) {
    long beyond = MonthlyUse.beyondAllowance(use.allowance(), use.total(), count.units());
    long halves = Math.multiplyExact(beyond, (long) PurchasedLot.HALVES);
    Draw draw = Draw.of(state.lots(), count.day(), halves);
    return state.with(draw.after(), use.add(count.units(), draw.postpaidHalves()));
  }
}
