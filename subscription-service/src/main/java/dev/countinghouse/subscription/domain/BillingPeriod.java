package dev.countinghouse.subscription.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What one invoice of plan and add-ons pays for: {@code [start, end)} (TIME-2).
 *
 * @param start first instant
 * @param end first instant after it
 */
public record BillingPeriod(Instant start, Instant end) {

  public BillingPeriod {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a period ends after its start: " + start + ", " + end);
    }
  }

  /**
   * The period that starts at {@code start}: to the next anchor day, at the local time at which the
   * first period began.
   *
   * @param start an instant on an anchor day, or any instant for the first period
   * @param time local time of the first period's start; kept apart so that a start moved by a gap
   *     of the clocks does not move the ones after it
   */
  public static BillingPeriod from(
      Instant start, BillingAnchor anchor, LocalTime time, ZoneId zone) {
    LocalDate next = anchor.after(start.atZone(zone).toLocalDate());
    return new BillingPeriod(start, next.atTime(time).atZone(zone).toInstant());
  }
}
