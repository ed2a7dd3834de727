package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.domain.QuotedLine;
import dev.countinghouse.prepaid.order.Order.Status;
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
      "select " + OrderRows.COLUMNS + " from prepaid_order where channel_id = $1 and order_id = $2";

  private static final String NEWEST_FIRST =
      "select "
          + OrderRows.COLUMNS
          + " from prepaid_order where channel_id = $1 and (charge_at, order_id) < ($2, $3)"
          + " order by charge_at desc, order_id desc limit $4";

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
        .select(FIND, channel, id)
        .chain(rows -> OrderRows.withLines(transaction, channel, rows))
        .map(Orders::first);
  }

  /** As {@link #find}, locked until the transaction ends. */
  Uni<@Nullable Order> findForUpdate(Transaction transaction, String channel, String id) {
    return transaction
        .select(FIND + " for update", channel, id)
        .chain(rows -> OrderRows.withLines(transaction, channel, rows))
        .map(Orders::first);
  }

  /** An order that there must be, locked. */
  Uni<Order> lock(Transaction transaction, String channel, String id) {
    return findForUpdate(transaction, channel, id)
        .map(order -> Objects.requireNonNull(order, "there is no order " + id));
  }

  /** Newest first, those before an instant, and at it those below {@code id}. */
  Uni<List<Order>> newestFirst(
      Transaction transaction, String channel, Instant before, String id, int count) {
    return transaction
        .select(NEWEST_FIRST, channel, before.atOffset(ZoneOffset.UTC), id, count)
        .chain(rows -> OrderRows.withLines(transaction, channel, rows));
  }

  private static @Nullable Order first(List<Order> found) {
    return found.isEmpty() ? null : found.getFirst();
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
                + " where channel_id = $1 and order_id = $2 and status in ('placed', 'priced', 'review')",
            order.channel(),
            order.id(),
            end.status().name().toLowerCase(Locale.ROOT),
            end.invoice(),
            end.reason(),
            end.at().atOffset(ZoneOffset.UTC))
        .invoke(rows -> once(order, rows))
        .chain(() -> lock(transaction, order.channel(), order.id()));
  }

  /** Leaves it to an operator. */
  Uni<Order> review(Transaction transaction, Order order, String reason) {
    return transaction
        .update(
            "update prepaid_order set status = 'review', reason = $3"
                + " where channel_id = $1 and order_id = $2 and status in ('priced', 'review')",
            order.channel(),
            order.id(),
            reason)
        .invoke(rows -> once(order, rows))
        .chain(() -> lock(transaction, order.channel(), order.id()));
  }

  /** Takes it out of review: its charge is asked for again. */
  Uni<Order> askAgain(Transaction transaction, Order order) {
    return transaction
        .update(
            "update prepaid_order set status = 'priced', reason = null"
                + " where channel_id = $1 and order_id = $2 and status = 'review'",
            order.channel(),
            order.id())
        .invoke(rows -> once(order, rows))
        .chain(() -> lock(transaction, order.channel(), order.id()));
  }

  /** How it ended. */
  record End(Status status, @Nullable String invoice, @Nullable String reason, Instant at) {}

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
