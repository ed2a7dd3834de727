package dev.countinghouse.prepaid.lot;

import dev.countinghouse.transaction.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A lot as JSON.
 *
 * @param monthlyQuantity M
 * @param pool 12 × M, a decimal string
 * @param remaining what is left of it, a decimal string
 * @param validUntil last valid day (PRE-1)
 * @param renew whether it is bought again on the day after (PRE-14)
 * @param status {@code upcoming}, {@code active} or {@code expired} today
 */
public record LotView(
    String id,
    String item,
    long monthlyQuantity,
    String pool,
    String remaining,
    LocalDate validFrom,
    LocalDate validUntil,
    boolean renew,
    String status) {

  /** Columns of {@link #of}, in its order. */
  static final String COLUMNS =
      "lot_id, item, monthly_quantity, pool_halves, left_halves, valid_from, valid_until, renew";

  static LotView of(Fields row, LocalDate today) {
    return new LotView(
        row.string(0),
        row.string(1),
        row.longValue(2),
        units(row.longValue(3)),
        units(row.longValue(4)),
        row.date(5),
        row.date(6),
        row.bool(7),
        status(row.date(5), row.date(6), today));
  }

  private static String status(LocalDate from, LocalDate until, LocalDate today) {
    if (today.isBefore(from)) {
      return "upcoming";
    }
    return today.isAfter(until) ? "expired" : "active";
  }

  private static String units(long halves) {
    return new BigDecimal(halves)
        .multiply(new BigDecimal("0.5"))
        .stripTrailingZeros()
        .toPlainString();
  }
}
