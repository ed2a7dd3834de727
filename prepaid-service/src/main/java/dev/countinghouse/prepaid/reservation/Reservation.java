package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.transaction.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order that was reserved.
 *
 * @param order shared by the lines that are bought together
 * @param madeOn in the channel's zone
 * @param executesAt the billing instant it was taken up for; null before
 * @param chargeMinor what it costs by the book of that day; null before
 * @param reason why it failed
 * @param lot what came of it
 */
record Reservation(
    String id,
    String order,
    String item,
    long monthlyQuantity,
    boolean renew,
    Status status,
    LocalDate madeOn,
    @Nullable Instant executesAt,
    @Nullable Long chargeMinor,
    @Nullable String currency,
    @Nullable String invoice,
    @Nullable String reason,
    @Nullable String lot) {

  /** Columns of {@link #of}, in its order. */
  static final String COLUMNS =
      "reservation_id, order_id, item, monthly_quantity, renew, status, made_on, executes_at,"
          + " charge_minor, currency, invoice, reason, lot_id";

  /** Where it stands; the last three are final. */
  enum Status {
    RESERVED,
    EXECUTING,
    EXECUTED,
    FAILED,
    CANCELLED
  }

  static Reservation of(Fields row) {
    Object charge = row.valueOrNull(8);
    return new Reservation(
        row.string(0),
        row.string(1),
        row.string(2),
        row.longValue(3),
        row.bool(4),
        Status.valueOf(row.string(5).toUpperCase(Locale.ROOT)),
        row.date(6),
        row.instantOrNull(7),
        charge == null ? null : row.longValue(8),
        row.stringOrNull(9),
        row.stringOrNull(10),
        row.stringOrNull(11),
        row.stringOrNull(12));
  }

  OrderLine line() {
    return new OrderLine(item, BigDecimal.valueOf(monthlyQuantity));
  }

  Instant frozenBilling() {
    return Objects.requireNonNull(executesAt, "it has not been taken up");
  }

  long frozenChargeMinor() {
    return Objects.requireNonNull(chargeMinor, "it has not been taken up");
  }
}
