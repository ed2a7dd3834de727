package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The model: PRE-1 to PRE-7, PRE-9 and PRE-16 in the rules' own words, half a unit at a time and
 * without a line of what it judges. {@link NaiveUsage} plays it, and keeps what no rule speaks of.
 */
final class PrepaidModel {

  /** By window and in halves of a unit: what usage took, and what left the pool (PRE-3). */
  record Lot(long monthly, LocalDate start, long[] used, long[] deducted) {

    /**
     * PRE-2: a window starts on the lot's own day of the month, clamped; PRE-1: the 13th ends it.
     */
    LocalDate firstDay(int month) {
      YearMonth in = YearMonth.from(start).plusMonths(month);
      return in.atDay(Math.min(start.getDayOfMonth(), in.lengthOfMonth()));
    }

    /** PRE-1, PRE-2: the window that holds a day; the lot is valid in those from 0 to 11. */
    int window(LocalDate day) {
      int month =
          12 * (day.getYear() - start.getYear()) + day.getMonthValue() - start.getMonthValue();
      return day.isBefore(firstDay(month)) ? month - 1 : month;
    }

    /** PRE-2: 12 × M, and what is left of it. */
    long pool() {
      return 12 * monthly * 2 - LongStream.of(deducted).sum();
    }

    /**
     * PRE-4: gives half a unit, up to 2 × M a window, never beyond the pool. PRE-3: what the
     * minimum took of a window that has closed is given first.
     */
    boolean give(LocalDate day) {
      int month = window(day);
      boolean open = month >= 0 && month < 12 && used[month] < 2 * monthly * 2;
      if (!open || (used[month] == deducted[month] && pool() == 0)) {
        return false;
      }
      used[month]++;
      deducted[month] = Math.max(deducted[month], used[month]);
      return true;
    }

    /** PRE-3: at its close a window is deducted up to M/2, never beyond the pool. */
    void close(int month) {
      for (long left = pool(); left > 0 && deducted[month] < monthly; left--) {
        deducted[month]++;
      }
    }
  }

  /** PRE-9: half a unit that is postpaid, and which unit of its period's total it is of. */
  record Half(long unit, LocalDate day) {}

  /** A billing period: its allowance (PRE-7), its limit (PRE-16) and what was let through. */
  static final class Period {
    long allowance;
    long limit = Long.MAX_VALUE;
    long total;
    final List<Half> postpaid = new ArrayList<>();
  }

  /** PRE-6: the earliest-expiring first. */
  final List<Lot> lots = new ArrayList<>();

  void add(Lot lot) {
    lots.add(lot);
    lots.sort(Comparator.comparing(each -> each.firstDay(12)));
  }

  /** PRE-6: half a unit, from the first lot that gives it. */
  boolean draw(LocalDate day) {
    return lots.stream().anyMatch(lot -> lot.give(day));
  }

  /**
   * One unit: refused above the limit (PRE-16), drawn beyond the allowance (PRE-7), or postpaid.
   */
  boolean use(Period period, LocalDate day) {
    if (period.total >= period.limit) {
      return false;
    }
    period.total++;
    for (int half = 0; half < 2 && period.total > period.allowance; half++) {
      if (!draw(day)) {
        period.postpaid.add(new Half(period.total, day));
      }
    }
    return true;
  }
}
