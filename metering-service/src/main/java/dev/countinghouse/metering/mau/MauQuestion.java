package dev.countinghouse.metering.mau;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The day that a question is about. */
final class MauQuestion {

  private MauQuestion() {}

  /**
   * @param on a date, or null for the channel's today; anything else is a problem {@code
   *     parameter.invalid}
   */
  static LocalDate day(@Nullable String on, ChannelNow channel) {
    if (on == null) {
      return channel.today();
    }
    try {
      LocalDate day = LocalDate.parse(on);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // Said below, as for a year that no calendar here has.
    }
    throw new ProblemException(
        Problem.of(400, "parameter.invalid", "The parameter is not a date.")
            .blaming("on", "a date, as 2024-03-31"));
  }
}
