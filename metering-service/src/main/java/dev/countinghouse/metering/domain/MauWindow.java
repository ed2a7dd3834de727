package dev.countinghouse.metering.domain;

import java.time.LocalDate;

/**
 * The local days that make the MAU of a day (MAU-2): the 31 that end with it. Active on 2024-03-01
 * only: counted on 03-31, not on 04-01.
 *
 * @param first the oldest day that counts
 * @param last the day itself
 */
public record MauWindow(LocalDate first, LocalDate last) {

  public static final int DAYS = 31;

  public static MauWindow endingOn(LocalDate day) {
    return new MauWindow(day.minusDays(DAYS - 1L), day);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
