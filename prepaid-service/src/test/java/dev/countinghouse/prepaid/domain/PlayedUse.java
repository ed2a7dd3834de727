package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What keeps the usage of an item, played by a {@link UsageHistory}. */
public interface PlayedUse {

  /** A period begins where the one before ends. */
  void begin(ChannelPlan plan);

  /** A lot is created, and covers what it can of what nothing covered. */
  void buy(String id, long monthly, LocalDate start);

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
   * @param withheld units, by start of the period
   */
  record Snapshot(
      Map<Instant, PeriodUse> periods, Map<Instant, Long> withheld, List<LotAccount> lots) {}
}
