package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a channel is on, as subscription-service's events told it.
 *
 * @param plan id in the book; {@code free} on Free
 * @param since first instant of the paid period, of the trial or of Free; the epoch on Free from
 *     the beginning
 * @param until first instant after the trial or the paid period; null on Free
 */
public record ChannelPlan(
    Standing standing,
    String plan,
    String book,
    int bookVersion,
    Instant since,
    @Nullable Instant until) {

  /** Free, on trial, or paid. */
  public enum Standing {
    FREE,
    TRIAL,
    PAID
  }

  /**
   * On Free before it has tried or paid for anything (SUB-1). That is since before any instant a
   * clock can be set to: a fresh sandbox clock may go back behind the instant at which its channel
   * was created, and a story begins there.
   */
  public static ChannelPlan neverPaid(String book, int bookVersion) {
    return new ChannelPlan(Standing.FREE, "free", book, bookVersion, Instant.EPOCH, null);
  }

  /** Whether what begins at {@code start} has a say: nothing that began later has been told. */
  public boolean givesWayTo(Instant start) {
    return !since.isAfter(start);
  }

  /**
   * PRE-13: the next billing date strictly after the day a reservation was made, as far as it is
   * known.
   *
   * @return null when the next known billing date is the very day, or none is known
   */
  public @Nullable LocalDate executesOn(LocalDate madeOn, ZoneId zone) {
    if (until == null) {
      return null;
    }
    LocalDate billingDate = until.atZone(zone).toLocalDate();
    return executes(madeOn, billingDate) ? billingDate : null;
  }

  /** PRE-13: made on the billing date itself, it waits for the next one. */
  public static boolean executes(LocalDate madeOn, LocalDate billingDate) {
    return madeOn.isBefore(billingDate);
  }
}
