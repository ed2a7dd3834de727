package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counted usage, sorted into what can be decided and what must wait.
 *
 * @param byItem what can be decided, by item, then by period and day
 * @param waiting what cannot: its time has not come, or the period it falls in is not known yet
 * @param lacksBook whether some waits only because a price book is not at hand
 */
public record Intake(
    Map<String, List<CountedUse>> byItem, List<MeterCount> waiting, boolean lacksBook) {

  /**
   * Sorts it. A meter that the period's book has no item for counts for nothing.
   *
   * @param until usage after this instant has not happened yet
   * @param books the book of a plan; null when it is not at hand
   */
  public static Intake of(
      List<MeterCount> counts,
      PlanHistory history,
      ZoneId zone,
      Instant until,
      Function<ChannelPlan, @Nullable Book> books) {
    Sorting sorting = new Sorting();
    for (MeterCount count : inOrder(counts)) {
      UsagePeriod period = count.at().isAfter(until) ? null : history.periodAt(count.at(), zone);
      Book book = period == null ? null : books.apply(period.on());
      if (period == null || book == null) {
        sorting.leave(count, period != null);
      } else {
        sorting.add(count, period, book, count.at().atZone(zone).toLocalDate());
      }
    }
    return new Intake(sorting.byItem, sorting.waiting, sorting.lacksBook);
  }

  private static List<MeterCount> inOrder(List<MeterCount> counts) {
    return counts.stream().sorted(Comparator.comparing(MeterCount::at)).toList();
  }

  /** A reading of a gauge, by item; it draws on the period's last full day (PRE-6). */
  public static Map<String, List<CountedUse>> gauge(
      String meter, long value, UsagePeriod period, ZoneId zone, Book book) {
    Sorting sorting = new Sorting();
    for (BookItem item : book.items().values()) {
      if (value > 0 && item.isMeasuredBy(meter, BookItem.Kind.GAUGE)) {
        sorting.add(item.id(), use(book, item, period, period.lastFullDay(zone), value));
      }
    }
    return sorting.byItem;
  }

  private static CountedUse use(
      Book book, BookItem item, UsagePeriod period, LocalDate day, long units) {
    BookPlan plan = book.plans().getOrDefault(period.on().plan(), BookPlan.none());
    return new CountedUse(period, plan.allowances().getOrDefault(item.id(), 0L), day, units);
  }

  private static final class Sorting {

    final Map<String, List<CountedUse>> byItem = new LinkedHashMap<>();
    final List<MeterCount> waiting = new ArrayList<>();
    boolean lacksBook;

    void leave(MeterCount count, boolean forItsBook) {
      waiting.add(count);
      lacksBook |= forItsBook;
    }

    void add(MeterCount count, UsagePeriod period, Book book, LocalDate day) {
      for (BookItem item : book.items().values()) {
        if (item.isMeasuredBy(count.meter(), BookItem.Kind.COUNTER)) {
          add(item.id(), use(book, item, period, day, count.quantity()));
        }
      }
    }

    void add(String item, CountedUse use) {
      List<CountedUse> uses = byItem.computeIfAbsent(item, of -> new ArrayList<>());
      if (!uses.isEmpty() && uses.getLast().isWith(use)) {
        CountedUse last = uses.removeLast();
        uses.add(last.of(Math.addExact(last.units(), use.units())));
      } else {
        uses.add(use);
      }
    }
  }
}
