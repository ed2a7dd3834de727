package dev.countinghouse.prepaid.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** PRE-1 to PRE-6 in the rule's own words, half a unit at a time. */
final class NaiveLots {

  static final class Lot {
    final long monthly;
    final LocalDate start;
    private final List<LocalDate> firstDays;
    long pool;
    final long[] used = new long[12];
    final long[] minimum = new long[12];
    final long[] uncovered = new long[12];

    Lot(long monthly, LocalDate start) {
      this.monthly = monthly;
      this.start = start;
      this.firstDays = IntStream.rangeClosed(0, 12).mapToObj(start::plusMonths).toList();
      this.pool = 12 * monthly * 2;
    }

    /** The month whose window holds the day, or -1 when the lot is not valid. */
    int month(LocalDate day) {
      for (int month = 0; month < 12; month++) {
        boolean begun = !day.isBefore(firstDays.get(month));
        if (begun && day.isBefore(firstDays.get(month + 1))) {
          return month;
        }
      }
      return -1;
    }
  }

  final List<Lot> lots = new ArrayList<>();
  private List<Lot> earliestExpiringFirst = List.of();
  long postpaid;

  void buy(long monthly, LocalDate start) {
    lots.add(new Lot(monthly, start));
    earliestExpiringFirst =
        lots.stream().sorted(Comparator.comparing(lot -> lot.firstDays.getLast())).toList();
  }

  void use(LocalDate day, long halves) {
    for (long half = 0; half < halves; half++) {
      if (!takeOne(day)) {
        postpaid++;
        leaveUncovered(day);
      }
    }
  }

  /** Half a unit is asked for again: no lot remembers it any more. */
  void forget(LocalDate day) {
    earliestExpiringFirst.stream()
        .filter(lot -> lot.month(day) >= 0 && lot.uncovered[lot.month(day)] > 0)
        .reduce((one, later) -> later)
        .ifPresent(lot -> lot.uncovered[lot.month(day)]--);
  }

  private boolean takeOne(LocalDate day) {
    for (Lot lot : earliestExpiringFirst) {
      int month = lot.month(day);
      boolean below = month >= 0 && lot.used[month] < 2 * lot.monthly * 2;
      if (below && lot.minimum[month] > 0) {
        lot.minimum[month]--;
        lot.used[month]++;
        return true;
      }
      if (below && lot.pool > 0) {
        lot.pool--;
        lot.used[month]++;
        return true;
      }
    }
    return false;
  }

  /** Shown with the last lot that was asked. */
  private void leaveUncovered(LocalDate day) {
    earliestExpiringFirst.stream()
        .filter(lot -> lot.month(day) >= 0)
        .reduce((one, later) -> later)
        .ifPresent(lot -> lot.uncovered[lot.month(day)]++);
  }

  /** At its close a window that drew less than M/2 is deducted up to it, never beyond the pool. */
  void close(int of, int month) {
    Lot lot = lots.get(of);
    while (lot.used[month] + lot.minimum[month] < lot.monthly && lot.pool > 0) {
      lot.pool--;
      lot.minimum[month]++;
    }
  }
}
