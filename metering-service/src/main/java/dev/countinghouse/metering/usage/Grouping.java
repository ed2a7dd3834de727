package dev.countinghouse.metering.usage;

import dev.countinghouse.metering.usage.UsageFigures.Group;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the days of a figure are put together. */
enum Grouping {
  DAY,
  MONTH;

  static Optional<Grouping> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Sums the days of each group, in the order of time.
   *
   * @param quantities by day; every day of the range
   */
  List<Group> group(Map<LocalDate, Long> quantities) {
    Map<String, Long> sums = new TreeMap<>();
    quantities.forEach((day, quantity) -> sums.merge(key(day), quantity, Long::sum));
    return sums.entrySet().stream().map(sum -> new Group(sum.getKey(), sum.getValue())).toList();
  }

  private String key(LocalDate day) {
    return switch (this) {
      case DAY -> day.toString();
      case MONTH -> YearMonth.from(day).toString();
    };
  }
}
