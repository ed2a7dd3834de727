package dev.countinghouse.metering.domain;

import dev.countinghouse.clock.ChannelNow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Which times a channel may still, or already, report (MAU-5).
 *
 * @param futureTolerance how far ahead of its clock a live channel's events may be: the senders'
 *     clocks differ
 * @param sandboxAhead how far ahead of its test clock a sandbox channel's events may be: its days
 *     are simulated and often posted before the clock gets there
 */
public record AcceptanceWindow(Duration futureTolerance, Duration sandboxAhead) {

  /** Late events count for the day on which they happened, if not older than this (MAU-5). */
  public static final int LATE_DAYS = 62;

  /** Where a time lies. */
  public sealed interface Place {

    /** It counts, on that local day. */
    record Inside(LocalDate day) implements Place {}

    /**
     * @param oldest the first local day that still counts
     */
    record TooOld(LocalDate oldest) implements Place {}

    /**
     * @param latest the last instant that already counts
     */
    record Ahead(Instant latest) implements Place {}
  }

  public Place place(Instant time, ChannelNow channel) {
    Instant latest = channel.now().plus(channel.sandbox() ? sandboxAhead : futureTolerance);
    if (time.isAfter(latest)) {
      return new Place.Ahead(latest);
    }
    LocalDate day = time.atZone(channel.zone()).toLocalDate();
    LocalDate oldest = oldest(channel);
    return day.isBefore(oldest) ? new Place.TooOld(oldest) : new Place.Inside(day);
  }

  /** The first local day that still counts. */
  public static LocalDate oldest(ChannelNow channel) {
    return channel.today().minusDays(LATE_DAYS);
  }
}
