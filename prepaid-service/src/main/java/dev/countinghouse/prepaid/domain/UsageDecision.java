package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What becomes of usage of an item: the channel's own limit lets it through or refuses it (PRE-16),
 * the plan's allowance covers it (PRE-7), lots give (PRE-4, PRE-6), and the rest is uncovered.
 *
 * @param periods those that the usage falls in, as they are afterwards
 * @param withheld what the limit refused, by period and day; decided again when the limit is raised
 * @param coverage what is beyond the allowance, and the lots that were asked for it; its rest is
 *     decided again when a lot is created
 * @param reached what usage came to of an allowance or a limit (NOTE-3)
 */
public record UsageDecision(
    List<PeriodUse> periods,
    List<CountedUse> withheld,
    Coverage coverage,
    List<UsageThreshold> reached) {

  public UsageDecision {
    periods = List.copyOf(periods);
    withheld = List.copyOf(withheld);
    reached = List.copyOf(reached);
  }

  /**
   * Decides by limit and allowance; much usage at once is decided as if it had come one unit after
   * another. While something {@link #wantsLots}, ask them {@link #by} pages; then {@link #settled}.
   *
   * @param before the periods that the usage falls in
   * @param counts in the order in which they take
   */
  public static UsageDecision of(List<PeriodUse> before, List<CountedUse> counts) {
    List<PeriodUse> periods = new ArrayList<>(before);
    List<CountedUse> withheld = new ArrayList<>();
    List<UncoveredUse> beyond = new ArrayList<>();
    for (CountedUse count : counts) {
      int place = placeOf(count.period().start(), periods);
      PeriodUse use = periods.get(place);
      long passed = MonthlyUse.withinLimit(use.limit(), use.total(), count.units());
      if (passed < count.units()) {
        withheld.add(count.of(count.units() - passed));
      }
      periods.set(place, use.add(passed));
      beyond(use, count.day(), passed).ifPresent(part -> UncoveredUse.append(beyond, part));
    }
    return new UsageDecision(periods, withheld, Coverage.of(beyond), reached(before, periods));
  }

  private static List<UsageThreshold> reached(List<PeriodUse> before, List<PeriodUse> after) {
    return IntStream.range(0, before.size())
        .mapToObj(place -> UsageThreshold.reached(before.get(place), after.get(place)))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * What was uncovered is decided again, in this order, by lots alone: limit and allowance have had
   * their say.
   */
  public static UsageDecision again(List<UncoveredUse> uncovered) {
    return new UsageDecision(List.of(), List.of(), Coverage.of(uncovered), List.of());
  }

  private static int placeOf(Instant start, List<PeriodUse> periods) {
    for (int place = 0; place < periods.size(); place++) {
      if (periods.get(place).period().start().equals(start)) {
        return place;
      }
    }
    throw new IllegalStateException("the state lacks the period of " + start);
  }

  /** The end of new usage, which the allowance does not cover. */
  private static Optional<UncoveredUse> beyond(PeriodUse before, LocalDate day, long units) {
    long beyond = MonthlyUse.beyondAllowance(before.allowance(), before.total(), units);
    long end = halves(Math.addExact(before.total(), units));
    return beyond == 0
        ? Optional.empty()
        : Optional.of(
            new UncoveredUse(
                before.period().start(),
                before.period().isBilled(),
                day,
                end - halves(beyond),
                end));
  }

  /** Whether there is something left that a lot could give. */
  public boolean wantsLots() {
    return !coverage.rest().isEmpty();
  }

  /**
   * Asks more lots.
   *
   * @param page the next in their draw order of those that are valid on a day of the rest
   */
  public UsageDecision by(List<LotAccount> page) {
    return new UsageDecision(periods, withheld, coverage.by(page), reached);
  }

  /** No lot is left to be asked: the rest is uncovered. */
  public UsageDecision settled() {
    List<PeriodUse> uncovered = periods.stream().map(this::uncovered).toList();
    return new UsageDecision(uncovered, withheld, coverage.leaveRest(), reached);
  }

  private PeriodUse uncovered(PeriodUse use) {
    return use.leaveUncovered(
        coverage.rest().stream()
            .filter(rest -> rest.period().equals(use.period().start()))
            .mapToLong(UncoveredUse::halves)
            .sum());
  }

  private static long halves(long units) {
    return Math.multiplyExact(units, (long) PurchasedLot.HALVES);
  }
}
