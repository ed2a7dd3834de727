package dev.countinghouse.prepaid.statement;

import dev.countinghouse.prepaid.domain.UsageRange;
import java.time.LocalDate;

/**
 * What a channel's lots of an item mean for the month of a day, as JSON (PRE-6); quantities are
 * decimal strings.
 *
 * @param monthly the sum of M over the lots that are valid that day
 * @param minimum what is deducted in any case
 * @param maximum the most that can be drawn
 */
public record RangeView(String item, LocalDate on, String monthly, String minimum, String maximum) {

  static RangeView of(String item, LocalDate on, UsageRange range) {
    return new RangeView(
        item,
        on,
        Halves.ofUnits(range.monthly()),
        Halves.text(range.minimumHalves()),
        Halves.ofUnits(range.maximum()));
  }
}
