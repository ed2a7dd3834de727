package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Usage that nothing covered, where it stands in its period's total (PRE-9).
 *
 * @param period its start
 * @param postpaid whether the period is billed in arrears (SUB-1a); on trial and on Free it is not
 * @param day on which it happened
 * @param fromHalves usage of the period before it, in halves of a unit
 * @param toHalves usage of the period up to its end
 */
public record UncoveredUse(
    Instant period, boolean postpaid, LocalDate day, long fromHalves, long toHalves) {

  public UncoveredUse {
    if (fromHalves < 0 || toHalves <= fromHalves) {
      throw new IllegalArgumentException("a range holds something");
    }
  }

  public long halves() {
    return toHalves - fromHalves;
  }

  /** Its end, which is all that is left of it; empty when nothing is. */
  Optional<UncoveredUse> lastHalves(long left) {
    return left == 0
        ? Optional.empty()
        : Optional.of(new UncoveredUse(period, postpaid, day, toHalves - left, toHalves));
  }

  /** With the next range; the two are one when they touch and are of the same day. */
  static void append(List<UncoveredUse> to, UncoveredUse next) {
    if (!to.isEmpty() && to.getLast().touches(next)) {
      UncoveredUse last = to.removeLast();
      to.add(
          new UncoveredUse(next.period, next.postpaid, next.day, last.fromHalves, next.toHalves));
    } else {
      to.add(next);
    }
  }

  private boolean touches(UncoveredUse next) {
    return period.equals(next.period) && day.equals(next.day) && toHalves == next.fromHalves;
  }

  /**
   * What becomes of it when there are more lots than when it was decided.
   *
   * @param lots as they are afterwards
   * @param rest what is still uncovered
   */
  public record Again(List<LotAccount> lots, List<UncoveredUse> rest) {
    public Again {
      lots = List.copyOf(lots);
      rest = List.copyOf(rest);
    }
  }

  /**
   * Has lots cover what they have room for; what comes first is covered first.
   *
   * @param lots every lot that is valid on a day of it
   */
  public static Again coverAgain(List<LotAccount> lots, List<UncoveredUse> uses) {
    List<LotAccount> forgetful = lots.stream().sorted(LotAccount.DRAW_ORDER).toList();
    for (UncoveredUse use : uses) {
      forgetful = forget(forgetful, use);
    }
    Coverage coverage = Coverage.of(uses).by(forgetful).leaveRest();
    List<LotAccount> after =
        forgetful.stream().map(lot -> coverage.after().getOrDefault(lot.id(), lot)).toList();
    return new Again(after, coverage.rest());
  }

  /** It is remembered with a lot that was valid then, or with none when there was none. */
  private static List<LotAccount> forget(List<LotAccount> lots, UncoveredUse use) {
    List<LotAccount> all = new ArrayList<>(lots);
    long left = use.halves();
    for (int place = all.size() - 1; place >= 0 && left > 0; place--) {
      long remembered = Math.min(left, all.get(place).rememberedHalves(use));
      all.set(place, all.get(place).remember(use, -remembered));
      left -= remembered;
    }
    return all;
  }
}
