package dev.countinghouse.subscription.domain;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A trial: {@code [startedAt, endsAt)}, that many calendar days to the same local time (TRI-1).
 * Where the clocks skip that local time on the last day, it ends as much later.
 */
public record TrialPeriod(Instant startedAt, Instant endsAt) {

  /** The trial of {@code days} calendar days that starts now. */
  public static TrialPeriod starting(Instant now, int days, ZoneId zone) {
    return new TrialPeriod(now, now.atZone(zone).plusDays(days).toInstant());
  }
}
