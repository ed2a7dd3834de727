package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.time.ZoneId;

/** Whether a lot may be paid back: whole, within 7 days, untouched (PRE-15). */
public sealed interface RefundDecision {

  /** Days within which a lot can be paid back, at the same local time (TIME-1, TIME-2). */
  int DAYS = 7;

  /** It may be. */
  record Granted() implements RefundDecision {}

  /**
   * It is too late.
   *
   * @param until first instant at which it was
   */
  record TooLate(Instant until) implements RefundDecision {}

  /** Something was deducted from it; there are no partial refunds. */
  record Touched() implements RefundDecision {}

  /**
   * Decides.
   *
   * @param isUntouched whether nothing at all was deducted
   */
  static RefundDecision decide(Instant boughtAt, ZoneId zone, Instant now, boolean isUntouched) {
    Instant until = boughtAt.atZone(zone).plusDays(DAYS).toInstant();
    if (!now.isBefore(until)) {
      return new TooLate(until);
    }
    return isUntouched ? new Granted() : new Touched();
  }
}
