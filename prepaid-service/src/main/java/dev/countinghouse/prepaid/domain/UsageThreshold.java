package dev.countinghouse.prepaid.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the plan's allowance or of the channel's own limit that usage of a period has come to
 * (NOTE-3).
 *
 * @param quantity the allowance or the limit, in units
 * @param used units of the period that were let through
 */
public record UsageThreshold(UsagePeriod period, Of of, int percent, long quantity, long used) {

  private static final int WHOLE = 100;

  /** The higher first: of two that usage comes to at once it is the one that is told. */
  private static final List<Integer> PERCENTAGES = List.of(WHOLE, 80);

  /** What it is a part of. */
  public enum Of {
    ALLOWANCE,
    LIMIT
  }

  /**
   * What usage came to from below, at most one of the allowance and one of the limit. A period's
   * total never goes down, so each is found once, in whatever pieces usage comes.
   *
   * @param after the same period, by the same allowance and limit
   */
  static List<UsageThreshold> reached(PeriodUse before, PeriodUse after) {
    return Stream.of(
            reached(Of.ALLOWANCE, after.allowance(), before, after),
            reached(Of.LIMIT, after.limit(), before, after))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<UsageThreshold> reached(
      Of of, @Nullable Long quantity, PeriodUse before, PeriodUse after) {
    if (quantity == null || quantity == 0) {
      return Optional.empty();
    }
    return PERCENTAGES.stream()
        .filter(percent -> isCrossed(unitsAt(percent, quantity), before.total(), after.total()))
        .map(percent -> new UsageThreshold(after.period(), of, percent, quantity, after.total()))
        .findFirst();
  }

  private static boolean isCrossed(long units, long before, long after) {
    return before < units && after >= units;
  }

  /** The first whole unit that is no less than so much of a quantity; of any quantity. */
  private static long unitsAt(int percent, long quantity) {
    return quantity / WHOLE * percent + Math.ceilDiv(quantity % WHOLE * percent, WHOLE);
  }
}
