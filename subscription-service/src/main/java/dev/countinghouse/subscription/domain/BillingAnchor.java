package dev.countinghouse.subscription.domain;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The day of the month on which a channel is billed (TIME-4). A month that lacks the day uses its
 * last one, and the anchor returns afterwards; 31 is therefore the last day of every month.
 *
 * @param day 1 to 31
 */
public record BillingAnchor(int day) {

  public BillingAnchor {
    if (day < 1 || day > 31) {
      throw new IllegalArgumentException("an anchor is a day from 1 to 31, was " + day);
    }
  }

  /** The anchor of a channel whose first paid period starts on that day. */
  public static BillingAnchor of(LocalDate firstDay) {
    return new BillingAnchor(firstDay.getDayOfMonth());
  }

  /** The anchor's day in that month. */
  public LocalDate in(YearMonth month) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }

  /** The first billing day strictly after {@code date}. */
  public LocalDate after(LocalDate date) {
    YearMonth month = YearMonth.from(date);
    LocalDate sameMonth = in(month);
    return sameMonth.isAfter(date) ? sameMonth : in(month.plusMonths(1));
  }
}
