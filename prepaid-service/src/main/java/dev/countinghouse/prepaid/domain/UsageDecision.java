package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of usage of an item: the channel's own limit lets it through or refuses it (PRE-16),
 * the plan's allowance covers it (PRE-7), lots give (PRE-4, PRE-6), and the rest is uncovered.
 *
 * @param after the state as it is afterwards
 * @param withheld what the limit refused, by period and day; decided again when the limit is raised
 * @param uncovered the rest, where it stands; decided again when a lot is created
 */
public record UsageDecision(
    ItemUse after, List<CountedUse> withheld, List<UncoveredUse> uncovered) {

  public UsageDecision {
    withheld = List.copyOf(withheld);
    uncovered = List.copyOf(uncovered);
  }

  /**
   * Decides; much usage at once is decided as if it had come one unit after another.
   *
   * @param counts in the order in which they take
   */
  public static UsageDecision of(ItemUse before, List<CountedUse> counts) {
    ItemUse state = before;
    List<CountedUse> withheld = new ArrayList<>();
    List<UncoveredUse> uncovered = new ArrayList<>();
    for (CountedUse count : counts) {
      PeriodUse use = state.period(count.period().start());
      long passed = MonthlyUse.withinLimit(use.limit(), use.total(), count.units());
      if (passed < count.units()) {
        withheld.add(count.of(count.units() - passed));
      }
      state = take(state, use, count.of(passed), uncovered);
    }
    return new UsageDecision(state, withheld, uncovered);
  }

  private static ItemUse take(
      ItemUse state, PeriodUse use, CountedUse count, List<UncoveredUse> uncovered) {
    long beyond = MonthlyUse.beyondAllowance(use.allowance(), use.total(), count.units());
    long halves = Math.multiplyExact(beyond, (long) PurchasedLot.HALVES);
    Draw draw = Draw.of(state.lots(), count.day(), halves);
    PeriodUse after = use.add(count.units(), draw.postpaidHalves());
    if (draw.postpaidHalves() > 0) {
      UncoveredUse.append(uncovered, atTheEnd(after, count.day(), draw.postpaidHalves()));
    }
    return state.with(draw.after(), after);
  }

  /** Of new usage what comes first is covered first. */
  private static UncoveredUse atTheEnd(PeriodUse use, LocalDate day, long halves) {
    long end = Math.multiplyExact(use.total(), (long) PurchasedLot.HALVES);
    return new UncoveredUse(use.period().start(), day, end - halves, end);
  }
}
