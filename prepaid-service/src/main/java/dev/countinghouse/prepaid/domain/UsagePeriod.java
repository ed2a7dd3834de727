package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time whose usage is counted together, against one allowance and one limit (PRE-7,
 * PRE-16): the paid period, the trial, or on Free a calendar month.
 *
 * @param on what the channel is on in it
 * @param start first instant
 * @param end first instant after it (TIME-2)
 */
public record UsagePeriod(ChannelPlan on, Instant start, Instant end) {

  /** The period of an instant at which the channel is on {@code plan}. */
  static UsagePeriod of(ChannelPlan plan, Instant at, ZoneId zone) {
    if (plan.standing() != Standing.FREE && plan.until() != null) {
      return new UsagePeriod(plan, plan.since(), plan.until());
    }
    LocalDate first = at.atZone(zone).toLocalDate().withDayOfMonth(1);
    Instant start = first.atStartOfDay(zone).toInstant();
    Instant end = first.plusMonths(1).atStartOfDay(zone).toInstant();
    return new UsagePeriod(plan, later(start, plan.since()), earlier(end, plan.until()));
  }

  /** Whether usage that nothing covers is billed in arrears (SUB-1a): only in a paid period. */
  public boolean isBilled() {
    return on.standing() == Standing.PAID;
  }

  /** The first local day that has an instant of it. */
  public LocalDate firstDay(ZoneId zone) {
    return start.atZone(zone).toLocalDate();
  }

  /**
   * The day on which gauges draw (PRE-6): the last that is over at the period's end, so that the
   * day on which one period ends and the next begins belongs to the next, as in the windows of a
   * lot that was bought when the period began.
   */
  public LocalDate lastFullDay(ZoneId zone) {
    LocalDate last = end.atZone(zone).toLocalDate().minusDays(1);
    LocalDate first = firstDay(zone);
    return last.isBefore(first) ? first : last;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
