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
   * What lots remember of uses, taken out, for they are decided again.
   *
   * @param lots as they are afterwards
   * @param left what none of them remembered
   */
  public record Forgotten(List<LotAccount> lots, List<UncoveredUse> left) {
    public Forgotten {
      lots = List.copyOf(lots);
      left = List.copyOf(left);
    }
  }

  /**
   * Has lots forget uses, which are remembered with a lot that was valid then, or with none when
   * there was none. Asking page after page is the same as asking all lots at once.
   *
   * @param lots of one item, against their draw order: what is uncovered is with the last
   * @param uses in the order in which they are decided again
   */
  public static Forgotten forget(List<LotAccount> lots, List<UncoveredUse> uses) {
    List<LotAccount> after = new ArrayList<>(lots);
    List<UncoveredUse> left = new ArrayList<>();
    uses.forEach(use -> use.lastHalves(forget(after, use)).ifPresent(left::add));
    return new Forgotten(after, left);
  }

  /** How much of it is left. */
  private static long forget(List<LotAccount> lots, UncoveredUse use) {
    long left = use.halves();
    for (int place = 0; place < lots.size() && left > 0; place++) {
      long remembered = Math.min(left, lots.get(place).rememberedHalves(use));
      lots.set(place, lots.get(place).remember(use, -remembered));
      left -= remembered;
    }
    return left;
  }
}
