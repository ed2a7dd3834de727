package dev.countinghouse.subscription.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Whose MAU decides the tier of a fee that is billed in advance (MAU-6). */
public final class MauDay {

  private MauDay() {}

  /**
   * The last full local day before a period starts.
   *
   * @param periodStart first instant of the period
   * @param firstInstant since when the channel is known to exist
   * @return empty when the channel has no full day yet: the lowest tier
   */
  public static Optional<LocalDate> before(Instant periodStart, Instant firstInstant, ZoneId zone) {
    LocalDate day = periodStart.atZone(zone).toLocalDate().minusDays(1);
    boolean full = !day.atStartOfDay(zone).toInstant().isBefore(firstInstant);
    return full ? Optional.of(day) : Optional.empty();
  }
}
