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
 * @param day on which it happened
 * @param fromHalves usage of the period before it, in halves of a unit
 * @param toHalves usage of the period up to its end
 */
public record UncoveredUse(Instant period, LocalDate day, long fromHalves, long toHalves) {

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
        : Optional.of(new UncoveredUse(period, day, toHalves - left, toHalves));
  }

  /** With the next range; the two are one when they touch and are of the same day. */
  static void append(List<UncoveredUse> to, UncoveredUse next) {
    if (!to.isEmpty() && to.getLast().touches(next)) {
      UncoveredUse last = to.removeLast();
      to.add(new UncoveredUse(next.period, next.day, last.fromHalves, next.toHalves));
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

  /** Has lots cover what they have room for; what comes first is covered first. */
  public static Again coverAgain(List<LotAccount> lots, List<UncoveredUse> uses) {
    List<LotAccount> state = lots;
    for (UncoveredUse use : uses) {
      state = forget(state, use);
    }
    return draw(state, uses);
  }

  private static Again draw(List<LotAccount> lots, List<UncoveredUse> uses) {
    List<LotAccount> state = lots;
    List<UncoveredUse> rest = new ArrayList<>();
    for (UncoveredUse use : uses) {
      Draw draw = Draw.of(state, use.day, use.halves());
      state = draw.after();
      use.lastHalves(draw.postpaidHalves()).ifPresent(part -> append(rest, part));
    }
    return new Again(state, rest);
  }

  /** It is remembered with a lot that was valid then, or with none when there was none. */
  private static List<LotAccount> forget(List<LotAccount> lots, UncoveredUse use) {
    List<LotAccount> all = new ArrayList<>(lots.stream().sorted(LotAccount.DRAW_ORDER).toList());
    long left = use.halves();
    for (int place = all.size() - 1; place >= 0 && left > 0; place--) {
      long remembered = Math.min(left, all.get(place).uncoveredHalves(use.day));
      all.set(place, all.get(place).leaveUncovered(use.day, -remembered));
      left -= remembered;
    }
    return all;
  }
}
