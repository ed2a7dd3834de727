package dev.countinghouse.prepaid.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** PRE-7, PRE-9 and PRE-16 in the rule's own words, a unit at a time, over {@link NaiveLots}. */
final class NaiveUsage {

  static final class Period {
    final Instant start;
    final Instant end;
    final long allowance;
    @Nullable Long limit;
    long total;
    long uncovered;
    final List<Half> halves = new ArrayList<>();
    final TreeMap<LocalDate, Long> withheld = new TreeMap<>();

    Period(Instant start, Instant end, long allowance) {
      this.start = start;
      this.end = end;
      this.allowance = allowance;
    }
  }

  /** Half a unit that nothing covered; an object of its own. */
  static final class Half {
    final long unit;
    final LocalDate day;

    Half(long unit, LocalDate day) {
      this.unit = unit;
      this.day = day;
    }
  }

  record Piece(Instant at, long units) {}

  final NaiveLots lots = new NaiveLots();
  final List<Period> periods = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final ZoneId zone;

  NaiveUsage(ZoneId zone) {
    this.zone = zone;
  }

  void count(Instant at, long units) {
    pieces.add(new Piece(at, units));
  }

  /** What has happened and falls in a period that is known is used, in the order of time. */
  void takeUp(Instant now) {
    pieces.sort(Comparator.comparing(Piece::at));
    for (Piece piece : List.copyOf(pieces)) {
      Period period = periodOf(piece.at);
      if (!piece.at.isAfter(now) && period != null) {
        pieces.remove(piece);
        use(period, piece.at.atZone(zone).toLocalDate(), piece.units);
      }
    }
  }

  @Nullable Period periodOf(Instant at) {
    for (Period period : periods) {
      if (!at.isBefore(period.start) && at.isBefore(period.end)) {
        return period;
      }
    }
    return null;
  }

  void use(Period period, LocalDate day, long units) {
    for (long unit = 0; unit < units; unit++) {
      useOne(period, day);
    }
  }

  private void useOne(Period period, LocalDate day) {
    if (period.limit != null && period.total >= period.limit) {
      period.withheld.merge(day, 1L, Long::sum);
      return;
    }
    period.total++;
    if (period.total > period.allowance) {
      long before = lots.postpaid;
      lots.use(day, 2);
      period.uncovered += lots.postpaid - before;
      for (long half = before; half < lots.postpaid; half++) {
        period.halves.add(new Half(period.total, day));
      }
    }
  }

  /** The limit changes: what was withheld comes again. */
  void limit(Period period, @Nullable Long limit) {
    period.limit = limit;
    Map<LocalDate, Long> again = new TreeMap<>(period.withheld);
    period.withheld.clear();
    again.forEach((day, units) -> use(period, day, units));
  }

  /** A lot is created: what nothing covered on its days and is not billed is used again. */
  void buy(long monthly, LocalDate start) {
    lots.buy(monthly, start);
    int last = lots.lots.size() - 1;
    Predicate<Half> again = half -> lots.lots.get(last).month(half.day) >= 0;
    for (Period period : periods) {
      period.halves.stream().filter(again).forEach(half -> lots.forget(half.day));
    }
    for (Period period : periods) {
      period.halves.stream().filter(again).toList().forEach(half -> useAgain(period, half));
    }
  }

  private void useAgain(Period period, Half half) {
    long before = lots.postpaid;
    lots.use(half.day, 1);
    if (lots.postpaid == before) {
      period.halves.remove(half);
      period.uncovered--;
    }
  }

  /** The price of the uncovered halves, each where its unit stands. */
  BigDecimal bill(Period period) {
    BigDecimal amount = BigDecimal.ZERO;
    for (Half half : period.halves) {
      amount = amount.add(priceOf(half.unit).multiply(new BigDecimal("0.5")));
    }
    period.halves.clear();
    return amount;
  }

  private static BigDecimal priceOf(long unit) {
    if (unit <= 50) {
      return BigDecimal.ZERO;
    }
    return new BigDecimal(unit <= 3_000 ? "0.1" : "0.05");
  }
}
