package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.order.Order.Status;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Orders out of their rows and those of their lines. */
final class OrderRows {

  /** Columns of an order, as {@link #order} reads them. */
  static final String COLUMNS =
      "order_id, origin, subject, status, charge_at, currency, invoice, reason";

  private static final String LINES =
      "select order_id, line, item, monthly_quantity, renew, coalesce(windowed, false),"
          + " coalesce(charge_minor, 0), coalesce(description, ''), lot_id from prepaid_order_line"
          + " where channel_id = $1 and order_id = any($2) order by order_id, line";

  private OrderRows() {}

  /** The orders of rows of {@link #COLUMNS}, in their order, with their lines. */
  static Uni<List<Order>> withLines(Transaction transaction, String channel, List<Fields> rows) {
    String[] ids = rows.stream().map(row -> row.string(0)).toArray(String[]::new);
    return transaction
        .select(LINES, channel, ids)
        .map(lines -> lines.stream().collect(Collectors.groupingBy(line -> line.string(0))))
        .map(lines -> rows.stream().map(row -> order(channel, row, lines)).toList());
  }

  private static Order order(String channel, Fields row, Map<String, List<Fields>> lines) {
    String id = row.string(0);
    return new Order(
        channel,
        id,
        row.string(1),
        row.string(2),
        Status.valueOf(row.string(3).toUpperCase(Locale.ROOT)),
        row.instant(4),
        row.stringOrNull(5),
        row.stringOrNull(6),
        row.stringOrNull(7),
        lines.getOrDefault(id, List.of()).stream().map(OrderRows::line).toList());
  }

  private static Order.Line line(Fields row) {
    return new Order.Line(
        row.intValue(1),
        row.string(2),
        row.longValue(3),
        row.bool(4),
        row.bool(5),
        row.longValue(6),
        row.string(7),
        row.stringOrNull(8));
  }
}
