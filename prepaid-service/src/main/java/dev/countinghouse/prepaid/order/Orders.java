package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.domain.QuotedLine;
import dev.countinghouse.prepaid.order.Order.Status;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tables of orders. */
@ApplicationScoped
class Orders {

  private static final String FIND =
      "select origin, subject, status, charge_at, currency, invoice, reason from prepaid_order"
          + " where channel_id = $1 and order_id = $2";

  private static final String LINES =
      "select line, item, monthly_quantity, renew, coalesce(windowed, false),"
          + " coalesce(charge_minor, 0), coalesce(description, ''), lot_id from prepaid_order_line"
          + " where channel_id = $1 and order_id = $2 order by line";

  private static final String INSERT =
      """
      insert into prepaid_order (channel_id, order_id, origin, subject, status, charge_at)
      values ($1, $2, $3, $4, 'placed', $5) on conflict do nothing
      """;

  private static final String INSERT_LINES =
      """
      insert into prepaid_order_line (channel_id, order_id, line, item, monthly_quantity, renew)
      select $1, $2, * from unnest($3::integer[], $4::text[], $5::bigint[], $6::boolean[])
      """;

  private static final String FREEZE =
      """
      with priced as (
        update prepaid_order set status = 'priced', book = $3, book_version = $4, currency = $5
        where channel_id = $1 and order_id = $2 and status = 'placed' returning order_id
      )
      update prepaid_order_line l set windowed = p.windowed, charge_minor = p.charge_minor,
        description = p.description, renew = l.renew and p.windowed
      from priced, unnest($6::integer[], $7::boolean[], $8::bigint[], $9::text[])
        as p (line, windowed, charge_minor, description)
      where l.channel_id = $1 and l.order_id = priced.order_id and l.line = p.line
      """;

  /** The order, or null. */
  Uni<@Nullable Order> find(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(FIND, channel, id)
        .chain(row -> withLines(transaction, channel, id, row));
  }

  /** As {@link #find}, locked until the transaction ends. */
  Uni<@Nullable Order> findForUpdate(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(FIND + " for update", channel, id)
        .chain(row -> withLines(transaction, channel, id, row));
  }

  /** An order that there must be, locked. */
  Uni<Order> lock(Transaction transaction, String channel, String id) {
    return findForUpdate(transaction, channel, id)
        .map(order -> Objects.requireNonNull(order, "there is no order " + id));
  }

  /** Inserts it; false when it was there before. */
  Uni<Boolean> insert(Transaction transaction, NewOrder order) {
    return transaction
        .update(
            INSERT,
            order.channel(),
            order.id(),
            order.origin(),
            order.subject(),
            order.at().atOffset(ZoneOffset.UTC))
        .chain(rows -> insertLines(transaction, order, rows == 1));
  }

  private static Uni<Boolean> insertLines(Transaction transaction, NewOrder order, boolean isNew) {
    if (!isNew) {
      return Uni.createFrom().item(false);
    }
    List<NewOrder.Line> lines = order.lines();
    return transaction
        .update(
            INSERT_LINES,
            order.channel(),
            order.id(),
            numbers(lines),
            lines.stream().map(line -> line.wanted().item()).toArray(String[]::new),
            column(lines, line -> line.wanted().monthlyQuantity().longValueExact(), Long[]::new),
            column(lines, NewOrder.Line::renew, Boolean[]::new))
        .replaceWith(true);
  }

  /** Freezes what it costs. */
  Uni<Order> freeze(Transaction transaction, Order order, List<QuotedLine> quoted, BookUsed by) {
    return transaction
        .update(
            FREEZE,
            order.channel(),
            order.id(),
            by.book(),
            by.version(),
            by.currency(),
            numbers(quoted),
            column(quoted, line -> line.item().windowed(), Boolean[]::new),
            column(quoted, QuotedLine::termMinor, Long[]::new),
            column(quoted, InvoiceLines::description, String[]::new))
        .invoke(rows -> once(order, rows))
        .chain(() -> lock(transaction, order.channel(), order.id()));
  }

  /** What it was priced by. */
  record BookUsed(String book, int version, String currency) {}

  /** Notes which lot a line has become. */
  Uni<Void> becameLot(Transaction transaction, Order order, Order.Line line, String lot) {
    return transaction
        .update(
            "update prepaid_order_line set lot_id = $4"
                + " where channel_id = $1 and order_id = $2 and line = $3",
            order.channel(),
            order.id(),
            line.number(),
            lot)
        .replaceWithVoid();
  }

  /** Ends it. */
  Uni<Order> end(Transaction transaction, Order order, End end) {
    return transaction
        .update(
            "update prepaid_order set status = $3, invoice = $4, reason = $5, ended_at = $6"
                + " where channel_id = $1 and order_id = $2 and status in ('placed', 'priced')",
            order.channel(),
            order.id(),
            end.status().name().toLowerCase(Locale.ROOT),
            end.invoice(),
            end.reason(),
            end.at().atOffset(ZoneOffset.UTC))
        .invoke(rows -> once(order, rows))
        .chain(() -> lock(transaction, order.channel(), order.id()));
  }

  /** How it ended. */
  record End(Status status, @Nullable String invoice, @Nullable String reason, Instant at) {}

  private static Uni<@Nullable Order> withLines(
      Transaction transaction, String channel, String id, @Nullable Fields row) {
    return row == null
        ? Uni.createFrom().nullItem()
        : transaction.select(LINES, channel, id).map(lines -> order(channel, id, row, lines));
  }

  private static Order order(String channel, String id, Fields row, List<Fields> lines) {
    return new Order(
        channel,
        id,
        row.string(0),
        row.string(1),
        Status.valueOf(row.string(2).toUpperCase(Locale.ROOT)),
        row.instant(3),
        row.stringOrNull(4),
        row.stringOrNull(5),
        row.stringOrNull(6),
        lines.stream().map(Orders::line).toList());
  }

  private static Order.Line line(Fields row) {
    return new Order.Line(
        row.intValue(0),
        row.string(1),
        row.longValue(2),
        row.bool(3),
        row.bool(4),
        row.longValue(5),
        row.string(6),
        row.stringOrNull(7));
  }

  /** An order only goes forward: a step that finds it elsewhere is a bug, and undone. */
  private static void once(Order order, int rows) {
    if (rows == 0) {
      throw new IllegalStateException(order.id() + " is no longer " + order.status());
    }
  }

  private static Integer[] numbers(List<?> lines) {
    return IntStream.range(0, lines.size()).boxed().toArray(Integer[]::new);
  }

  private static <T, C> C[] column(
      List<T> rows, Function<T, C> value, java.util.function.IntFunction<C[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
