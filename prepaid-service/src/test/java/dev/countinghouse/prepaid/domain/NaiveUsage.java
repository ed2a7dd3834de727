package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.PrepaidModel.Half;
import dev.countinghouse.prepaid.domain.PrepaidModel.Lot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Plays the {@link PrepaidModel}. Kept here is what no rule speaks of: usage that waits, what a
 * limit withholds, what stands on an invoice, and with which window the uncovered is shown.
 */
final class NaiveUsage {

  static final class Period {
    final Instant start;
    final Instant end;
    final PrepaidModel.Period counted = new PrepaidModel.Period();
    final TreeMap<LocalDate, Long> withheld = new TreeMap<>();
    long billed;

    Period(Instant start, Instant end, long allowance) {
      this.start = start;
      this.end = end;
      this.counted.allowance = allowance;
    }

    PlayedUse.PeriodFigures figures() {
      long units = withheld.values().stream().mapToLong(Long::longValue).sum();
      return new PlayedUse.PeriodFigures(counted.total, billed + counted.postpaid.size(), units);
    }

    boolean isUsed() {
      return counted.total > 0 || !withheld.isEmpty();
    }
  }

  /** A lot, and the halves that are shown with its windows because it was the last to be asked. */
  record Bought(Lot lot, LocalDate end, long[] uncovered) {

    Bought(Lot lot) {
      this(lot, lot.firstDay(12), new long[12]);
    }

    Bought(long monthly, LocalDate start) {
      this(new Lot(monthly, start, new long[12], new long[12]));
    }

    boolean isOn(LocalDate day) {
      return !day.isBefore(lot.start()) && day.isBefore(end);
    }

    PlayedUse.LotFigures figures() {
      LongStream minimum =
          IntStream.range(0, 12).mapToLong(month -> lot.deducted()[month] - lot.used()[month]);
      return new PlayedUse.LotFigures(
          lot.pool(),
          LongStream.of(lot.used()).boxed().toList(),
          minimum.boxed().toList(),
          LongStream.of(uncovered).boxed().toList());
    }
  }

  record Piece(Instant at, long units) {}

  final List<Period> periods = new ArrayList<>();
  final List<Bought> bought = new ArrayList<>();
  final PrepaidModel model = new PrepaidModel();
  private final List<Piece> pieces = new ArrayList<>();
  private final ZoneId zone;
  private final Met met;

  /**
   * Nothing is used yet.
   *
   * @param met is told of what happens
   */
  NaiveUsage(ZoneId zone, Met met) {
    this.zone = zone;
    this.met = met;
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
        Met.Before before = new Met.Before(model.lots, period.counted);
        use(period, piece.at.atZone(zone).toLocalDate(), piece.units);
        met.used(before, piece.at, now);
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

  private void use(Period period, LocalDate day, long units) {
    int before = period.counted.postpaid.size();
    for (long unit = 0; unit < units; unit++) {
      if (!model.use(period.counted, day)) {
        period.withheld.merge(day, 1L, Long::sum);
      }
    }
    show(day, period.counted.postpaid.size() - before);
  }

  /** The limit changes: what was withheld comes again. */
  void limit(Period period, @Nullable Long limit) {
    long before = period.counted.total;
    period.counted.limit = limit == null ? Long.MAX_VALUE : limit;
    Map<LocalDate, Long> again = new TreeMap<>(period.withheld);
    period.withheld.clear();
    again.forEach((day, units) -> use(period, day, units));
    met.note(Situation.LIMIT_RAISED, period.counted.total > before);
  }

  /** A lot is created: what nothing covered on its days and is not billed is used again. */
  void buy(long monthly, LocalDate start) {
    Bought lot = new Bought(monthly, start);
    met.bought(lot.lot, model.lots);
    halves(lot).forEach(half -> show(half.day(), -1));
    bought.add(lot);
    model.add(lot.lot);
    for (Period period : periods) {
      boolean covers =
          period.counted.postpaid.removeIf(half -> lot.isOn(half.day()) && model.draw(half.day()));
      met.note(Situation.COVERED_AGAIN, covers);
    }
    halves(lot).forEach(half -> show(half.day(), 1));
  }

  private List<Half> halves(Bought lot) {
    return periods.stream()
        .flatMap(period -> period.counted.postpaid.stream())
        .filter(half -> lot.isOn(half.day()))
        .toList();
  }

  /** With the last lot that was asked; with none when there was none. */
  private void show(LocalDate day, long halves) {
    bought.stream()
        .filter(lot -> lot.isOn(day))
        .sorted(Comparator.comparing(Bought::end))
        .reduce((one, later) -> later)
        .ifPresent(lot -> lot.uncovered[lot.lot.window(day)] += halves);
  }

  /** Windows that are over on a day close. */
  void closeUntil(LocalDate day, LocalDate before) {
    for (Lot lot : model.lots) {
      for (int month = 0; month < 12 && !lot.firstDay(month + 1).isAfter(day); month++) {
        lot.close(month);
        met.closed(lot, month, lot.firstDay(month + 1).isAfter(before));
      }
    }
  }

  /** PRE-9, BOOK-3: the price of the uncovered halves, each where its unit stands. */
  BigDecimal bill(Period period) {
    BigDecimal amount = BigDecimal.ZERO;
    for (Half half : period.counted.postpaid) {
      amount = amount.add(priceOf(half.unit()).multiply(new BigDecimal("0.5")));
      met.note(Situation.BILLED_ABOVE_3000, half.unit() > 3_000);
    }
    period.billed += period.counted.postpaid.size();
    period.counted.postpaid.clear();
    return amount;
  }

  private static BigDecimal priceOf(long unit) {
    if (unit <= 50) {
      return BigDecimal.ZERO;
    }
    return new BigDecimal(unit <= 3_000 ? "0.1" : unit <= 20_000 ? "0.05" : "0.01");
  }

  PlayedUse.Snapshot snapshot() {
    Map<Instant, PlayedUse.PeriodFigures> figures = new TreeMap<>();
    periods.stream()
        .filter(Period::isUsed)
        .forEach(period -> figures.put(period.start, period.figures()));
    return new PlayedUse.Snapshot(figures, bought.stream().map(Bought::figures).toList());
  }
}
