package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What keeps the usage of an item, played by a {@link UsageHistory}. */
public interface PlayedUse {

  /** A period begins where the one before ends. */
  void begin(ChannelPlan plan);

  /** A lot is created, and covers what it can of what nothing covered. */
  void buy(long monthly, LocalDate start);

  /** Windows that are over on a day close. */
  void closeUntil(LocalDate day);

  /** What waits and what was counted just now is decided, as far as it has happened. */
  void takeUp(List<MeterCount> fresh, Instant now);

  /** The limit of the last period changes; null lifts it. */
  void limit(Instant period, @Nullable Long limit);

  /** What is uncovered of a period and not billed, from the first on. */
  List<UncoveredUse> ranges(Instant period);

  /** What is uncovered of a period stands on an invoice. */
  void billed(Instant period);

  /** What is kept now. */
  Snapshot snapshot();

  /**
   * What is kept.
   *
   * @param periods by start, those with usage
   * @param lots in the order in which they were bought
   */
  record Snapshot(Map<Instant, PeriodFigures> periods, List<LotFigures> lots) {}

  /** Units that were let through, halves of them that nothing covered, and units withheld. */
  record PeriodFigures(long total, long uncovered, long withheld) {}

  /** In halves of a unit; by window what usage took, what the minimum took, what was uncovered. */
  record LotFigures(long left, List<Long> used, List<Long> minimum, List<Long> uncovered) {

    /** Of a lot as it is decided upon. */
    public static LotFigures of(LotAccount lot) {
      return new LotFigures(
          lot.leftHalves(),
          byWindow(lot, WindowUse::usedHalves),
          byWindow(lot, WindowUse::minimumHalves),
          byWindow(lot, WindowUse::uncoveredHalves));
    }

    private static List<Long> byWindow(LotAccount lot, ToLongFunction<WindowUse> halves) {
      return lot.windows().stream().map(halves::applyAsLong).toList();
    }
  }
}
