package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.order.NewOrder;
import dev.countinghouse.transaction.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order that was reserved.
 *
 * @param order shared by the lines that are bought together
 * @param madeOn in the channel's zone
 * @param executesAt the billing instant it was taken up for; null before
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
    @Nullable String invoice,
    @Nullable String reason,
    @Nullable String lot) {

  /** Columns of {@link #of}, in its order. */
  static final String COLUMNS =
      "reservation_id, order_id, item, monthly_quantity, renew, status, made_on, executes_at,"
          + " invoice, reason, lot_id";

  /** Where it stands; the last three are final. */
  enum Status {
    RESERVED,
    EXECUTING,
    EXECUTED,
    FAILED,
    CANCELLED
  }

  static Reservation of(Fields row) {
    return new Reservation(
        row.string(0),
        row.string(1),
        row.string(2),
        row.longValue(3),
        row.bool(4),
        Status.valueOf(row.string(5).toUpperCase(Locale.ROOT)),
        row.date(6),
        row.instantOrNull(7),
        row.stringOrNull(8),
        row.stringOrNull(9),
        row.stringOrNull(10));
  }

  NewOrder.Line line() {
    return new NewOrder.Line(new OrderLine(item, BigDecimal.valueOf(monthlyQuantity)), renew);
  }
}
