package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.PrepaidModel.Lot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** What one history has met, read off the {@link PrepaidModel} while it is played. */
final class Met {

  private final ZoneId zone;
  private final Set<Situation> situations = EnumSet.noneOf(Situation.class);

  Met(ZoneId zone) {
    this.zone = zone;
  }

  Set<Situation> situations() {
    return situations;
  }

  void note(Situation situation, boolean met) {
    if (met) {
      situations.add(situation);
    }
  }

  /** A lot is about to be bought beside others. */
  void bought(Lot lot, List<Lot> others) {
    LocalDate start = lot.start();
    int day = start.getDayOfMonth();
    note(Situation.STARTED_ON_29, day == 29);
    note(Situation.STARTED_ON_30, day == 30);
    note(Situation.STARTED_ON_31, day == 31);
    note(Situation.STARTED_ON_LEAP_DAY, day == 29 && start.getMonthValue() == 2);
    note(Situation.ODD_QUANTITY, lot.monthly() % 2 == 1);
    note(Situation.QUANTITY_OF_1, lot.monthly() == 1);
    note(Situation.LOWEST_QUANTITY, lot.monthly() == 51);
    note(Situation.HIGHEST_QUANTITY, lot.monthly() == 1_000_000);
    for (Lot other : others) {
      note(Situation.RENEWED, start.equals(other.firstDay(12)));
      note(Situation.OVERLAPPED, isValid(other, start));
    }
  }

  private static boolean isValid(Lot lot, LocalDate day) {
    return lot.window(day) >= 0 && lot.window(day) < 12;
  }

  /**
   * A window is closed.
   *
   * @param fresh whether it was over just now, and not already the last time
   */
  void closed(Lot lot, int month, boolean fresh) {
    if (!fresh) {
      return;
    }
    long used = lot.used()[month];
    note(Situation.CLOSED_UNUSED, used == 0);
    note(Situation.CLOSED_BELOW_HALF, used > 0 && used < lot.monthly());
    note(Situation.CLOSED_JUST_BELOW_HALF, used < lot.monthly() && used >= lot.monthly() - 2);
    note(Situation.CLOSED_AT_HALF, used == lot.monthly());
    note(Situation.CLOSED_BEYOND_POOL, lot.deducted()[month] < lot.monthly());
    if (month == 11) {
      LocalDate last = lot.firstDay(12).minusDays(1);
      note(Situation.EXPIRED, lot.pool() > 0);
      note(Situation.ENDED_EMPTY, lot.pool() == 0);
      note(Situation.ENDED_ON_LEAP_DAY, last.getMonthValue() == 2 && last.getDayOfMonth() == 29);
    }
  }

  /** How things stood before a piece of usage. */
  record Before(
      List<Lot> lots, List<Long> used, PrepaidModel.Period period, long total, int postpaid) {

    Before(List<Lot> lots, PrepaidModel.Period period) {
      this(
          lots,
          lots.stream().map(Before::usedOf).toList(),
          period,
          period.total,
          period.postpaid.size());
    }

    private static long usedOf(Lot lot) {
      return LongStream.of(lot.used()).sum();
    }

    List<Lot> givers() {
      return lots.stream().filter(lot -> usedOf(lot) > used.get(lots.indexOf(lot))).toList();
    }

    /** Whether lots were asked. */
    boolean isBeyond() {
      return period.total > Math.max(total, period.allowance);
    }

    long left() {
      return (long) period.postpaid.size() - postpaid;
    }
  }

  /** A piece of usage is used. */
  void used(Before before, Instant at, Instant now) {
    PrepaidModel.Period period = before.period();
    List<Lot> givers = before.givers();
    note(
        Situation.CROSSED_ALLOWANCE,
        before.total() < period.allowance && period.total > period.allowance);
    note(Situation.CROSSED_LIMIT, before.total() < period.limit && period.total == period.limit);
    note(Situation.DREW_FROM_SEVERAL_LOTS, givers.size() > 1);
    boolean late = at.equals(now.minus(Duration.ofDays(62)));
    note(Situation.DREW_62_DAYS_LATE, late && !givers.isEmpty());
    for (Lot giver : givers) {
      gave(giver, at, now);
      amount(giver, at, before.left());
    }
    if (before.isBeyond()) {
      before.lots().stream().filter(lot -> !givers.contains(lot)).forEach(lot -> gaveNot(lot, at));
    }
  }

  private void gave(Lot lot, Instant at, Instant now) {
    LocalDate day = at.atZone(zone).toLocalDate();
    LocalDate today = now.atZone(zone).toLocalDate();
    int month = lot.window(day);
    boolean first = month == 0;
    boolean last = month == 11;
    long sinceStart = microsSince(lot.firstDay(month), at);
    long sinceEnd = microsSince(lot.firstDay(month + 1), at);
    note(Situation.DREW_ON_LAST_VALID_DAY, day.equals(lot.firstDay(12).minusDays(1)));
    note(Situation.DREW_AT_LAST_INSTANT, last && sinceEnd == -1);
    note(Situation.DREW_AT_FIRST_INSTANT, first && sinceStart == 0);
    note(Situation.DREW_AT_WINDOW_START, !first && sinceStart == 0);
    note(Situation.DREW_AFTER_WINDOW_START, sinceStart == 1);
    note(Situation.DREW_AT_WINDOW_END, !last && sinceEnd == -1);
    note(Situation.DREW_IN_CLOSED_WINDOW, !today.isBefore(lot.firstDay(month + 1)));
    note(Situation.DREW_FROM_ENDED_LOT, !today.isBefore(lot.firstDay(12)));
  }

  private void gaveNot(Lot lot, Instant at) {
    LocalDate end = lot.firstDay(12);
    boolean left = lot.pool() > 0;
    note(Situation.PASSED_BY_ON_DAY_AFTER, left && at.atZone(zone).toLocalDate().equals(end));
    note(Situation.PASSED_BY_AT_END, left && microsSince(end, at) == 0);
    note(Situation.PASSED_BY_BEFORE_START, microsSince(lot.start(), at) == -1);
  }

  /** To which mark the draw took the window, and how many halves nothing covered. */
  private void amount(Lot lot, Instant at, long left) {
    long used = lot.used()[lot.window(at.atZone(zone).toLocalDate())];
    long monthly = 2 * lot.monthly();
    boolean room = used < 2 * monthly;
    boolean oneLeft = left == 1 || left == 2;
    note(Situation.USED_HALF, used == lot.monthly());
    note(Situation.USED_BELOW_HALF, isBelow(used, lot.monthly()));
    note(Situation.USED_ABOVE_HALF, isBelow(lot.monthly(), used));
    note(Situation.USED_MONTHLY, used == monthly);
    note(Situation.USED_BELOW_MONTHLY, isBelow(used, monthly));
    note(Situation.USED_ABOVE_MONTHLY, isBelow(monthly, used));
    note(Situation.USED_TWICE, !room && left == 0);
    note(Situation.USED_BELOW_TWICE, isBelow(used, 2 * monthly));
    note(Situation.USED_ABOVE_TWICE, !room && oneLeft);
    note(Situation.USED_POOL, room && lot.pool() == 0 && left == 0);
    note(Situation.USED_BELOW_POOL, room && isBelow(0, lot.pool()));
    note(Situation.USED_ABOVE_POOL, room && lot.pool() == 0 && oneLeft);
  }

  /** Half a unit or one. */
  private static boolean isBelow(long halves, long mark) {
    return halves < mark && mark - halves <= 2;
  }

  private long microsSince(LocalDate day, Instant at) {
    return ChronoUnit.MICROS.between(day.atStartOfDay(zone), at.atZone(zone));
  }
}
