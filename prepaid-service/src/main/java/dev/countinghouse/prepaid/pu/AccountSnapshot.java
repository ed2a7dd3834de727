package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.AccountState;
import dev.countinghouse.prepaid.domain.Decided;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.domain.RechargeMark;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as it was at one version.
 *
 * @param lastEntry number of its last entry
 * @param sweepDueAt at or before the first open hold's end; null when none was open
 * @param mark null when nothing is to happen, however far it falls
 * @param lots those in which something is left
 */
record AccountSnapshot(
    String channel,
    long version,
    long lastEntry,
    @Nullable Instant sweepDueAt,
    @Nullable RechargeMark mark,
    List<PointLot> lots) {

  AccountSnapshot {
    lots = List.copyOf(lots);
  }

  AccountState with(List<Hold> holds) {
    return new AccountState(lots, holds);
  }

  /** Whether a hold may have to be ended first, one that the snapshot does not know. */
  boolean isSweepDue(Instant now) {
    return sweepDueAt != null && !now.isBefore(sweepDueAt);
  }

  /** Whether more must be bought after {@code decided}. */
  boolean isTooLowAfter(AccountState before, Decided decided) {
    return mark != null && mark.isReached(before, decided);
  }

  /** When a sweep must be planned for what {@code decided} opened; null when one comes in time. */
  @Nullable Instant sweepToPlan(Decided decided) {
    return ScheduleExpiries.firstEnd(decided)
        .filter(end -> sweepDueAt == null || end.isBefore(sweepDueAt))
        .orElse(null);
  }

  /** The account once {@code decided} is stored. */
  AccountSnapshot after(Decided decided) {
    Map<String, PointLot> left = new LinkedHashMap<>();
    lots.forEach(lot -> left.put(lot.id(), lot));
    decided.changedLots().forEach(lot -> left.put(lot.id(), lot));
    left.values().removeIf(lot -> lot.availableTenths() + lot.heldTenths() == 0);
    long last = lastEntry + DecidedColumns.entries(decided);
    Instant planned = sweepToPlan(decided);
    Instant sweep = planned == null ? sweepDueAt : planned;
    return new AccountSnapshot(channel, version + 1, last, sweep, mark, List.copyOf(left.values()));
  }
}
