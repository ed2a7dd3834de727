package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.prepaid.order.Order;
import dev.countinghouse.prepaid.order.PlaceOrder;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of reservations. */
@ApplicationScoped
class Reservations {

  private static final String SELECT = "select " + Reservation.COLUMNS + " from reservation";

  private static final String TAKE_UP =
      """
      select distinct order_id from reservation
      where channel_id = $1 and status = 'reserved' and made_on < $2 order by order_id
      """;

  Uni<@Nullable Reservation> find(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(SELECT + " where channel_id = $1 and reservation_id = $2", channel, id)
        .map(row -> row == null ? null : Reservation.of(row));
  }

  Uni<@Nullable Reservation> findForUpdate(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(
            SELECT + " where channel_id = $1 and reservation_id = $2 for update", channel, id)
        .map(row -> row == null ? null : Reservation.of(row));
  }

  /** The lines of an order that are not cancelled, in its order, locked. */
  Uni<List<Reservation>> ofOrder(Transaction transaction, String channel, String order) {
    return transaction
        .select(
            SELECT
                + " where channel_id = $1 and order_id = $2 and status <> 'cancelled'"
                + " order by line for update",
            channel,
            order)
        .map(rows -> rows.stream().map(Reservation::of).toList());
  }

  /** Newest first, those below {@code id}. */
  Uni<List<Reservation>> newestFirst(
      Transaction transaction, String channel, String id, int count) {
    return transaction
        .select(
            SELECT
                + " where channel_id = $1 and reservation_id < $2"
                + " order by reservation_id desc limit $3",
            channel,
            id,
            count)
        .map(rows -> rows.stream().map(Reservation::of).toList());
  }

  /** The orders that a billing date carries out (PRE-13). */
  Uni<List<String>> waitingFor(Transaction transaction, String channel, LocalDate billingDate) {
    return transaction
        .select(TAKE_UP, channel, billingDate)
        .map(rows -> rows.stream().map(row -> row.string(0)).toList());
  }

  /** Changes what may be changed while it is reserved. */
  Uni<Integer> change(Transaction transaction, String channel, Reservation changed) {
    return transaction.update(
        "update reservation set monthly_quantity = $3, renew = $4, status = $5"
            + " where channel_id = $1 and reservation_id = $2",
        channel,
        changed.id(),
        changed.monthlyQuantity(),
        changed.renew(),
        changed.status().name().toLowerCase(Locale.ROOT));
  }

  /** An order is carried out on the billing date that begins at {@code at}. */
  Uni<Integer> takenUp(Transaction transaction, String channel, String order, Instant at) {
    return transaction.update(
        "update reservation set status = 'executing', executes_at = $3"
            + " where channel_id = $1 and order_id = $2 and status = 'reserved'",
        channel,
        order,
        at.atOffset(ZoneOffset.UTC));
  }

  Uni<Integer> executed(
      Transaction transaction, String channel, Reservation line, Order.Line bought, Order order) {
    return transaction.update(
        "update reservation set status = 'executed', lot_id = $3, invoice = $4"
            + " where channel_id = $1 and reservation_id = $2",
        channel,
        line.id(),
        bought.lot(),
        order.invoice());
  }

  /** Nothing of the order was bought. */
  Uni<Integer> failed(Transaction transaction, Order order) {
    return transaction.update(
        "update reservation set status = 'failed', reason = $3"
            + " where channel_id = $1 and order_id = $2 and status = 'executing'",
        order.channel(),
        order.id(),
        order.reason());
  }

  /** The order waits for another billing date, as a new order: the old one has ended. */
  Uni<Integer> waitAgain(Transaction transaction, Order order) {
    return transaction.update(
        "update reservation set status = 'reserved', executes_at = null, order_id = $3"
            + " where channel_id = $1 and order_id = $2 and status = 'executing'",
        order.channel(),
        order.id(),
        PlaceOrder.newId());
  }
}
