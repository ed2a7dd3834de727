package dev.countinghouse.metering.figure;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.metering.domain.MauWindow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The local days that figures are asked for, both ends included.
 *
 * @param from not after {@code to}
 */
public record DayRange(LocalDate from, LocalDate to) {

  /** A year and a month, so that a year can be laid beside the one before. */
  public static final int MAX_DAYS = 400;

  /** Reads the parameters {@code from} and {@code to}; without them, the 31 days up to today. */
  public static DayRange read(@Nullable String from, @Nullable String to, ChannelNow channel) {
    LocalDate last = DayParameter.read("to", to, channel.today());
    LocalDate first = DayParameter.read("from", from, MauWindow.endingOn(last).first());
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    if (days < 1 || days > MAX_DAYS) {
      throw DayParameter.invalid("from", "1 to " + MAX_DAYS + " days before to");
    }
    return new DayRange(first, last);
  }
}
