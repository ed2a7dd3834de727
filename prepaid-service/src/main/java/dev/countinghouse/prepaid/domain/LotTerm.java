package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The twelve months of a lot (PRE-1, PRE-2), in the channel's days.
 *
 * @param start first valid day
 */
public record LotTerm(LocalDate start) {

  public static final int MONTHS = 12;

  /**
   * The day before the anniversary, which is clamped to the last day of its month (TIME-4):
   * 2024-02-29 → 2025-02-27.
   */
  public LocalDate lastValidDay() {
    return anniversary().minusDays(1);
  }

  /** The first day on which it is no longer valid; a renewal starts then (PRE-14). */
  public LocalDate anniversary() {
    return start.plusMonths(MONTHS);
  }

  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(anniversary());
  }

  /** Its twelve windows, each from the lot's own day of the month (PRE-2). */
  public List<Window> windows() {
    return IntStream.range(0, MONTHS).mapToObj(this::window).toList();
  }

  /**
   * Which window a day falls in, from 0.
   *
   * @throws IllegalArgumentException when the lot is not valid on that day
   */
  public int windowOf(LocalDate day) {
    for (int month = 0; month < MONTHS; month++) {
      if (window(month).contains(day)) {
        return month;
      }
    }
    throw new IllegalArgumentException("not valid on " + day);
  }

  /**
   * One of them.
   *
   * @param month from 0
   */
  public Window window(int month) {
    return new Window(start.plusMonths(month), start.plusMonths(month + 1L));
  }

  /**
   * @param from first day
   * @param to first day after it (TIME-2)
   */
  public record Window(LocalDate from, LocalDate to) {

    public boolean contains(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(to);
    }
  }
}
