package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.prepaid.domain.QuotedLine;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of reservations. */
@ApplicationScoped
class Reservations {

  private static final String SELECT = "select " + Reservation.COLUMNS + " from reservation";

  private static final String BOUGHT =
      """
      select item, sum(monthly_quantity)::bigint from (
        select item, monthly_quantity from lot where channel_id = $1 and valid_until >= $2
        union all
        select item, monthly_quantity from reservation
        where channel_id = $1 and status in ('reserved', 'executing') and order_id <> $3
      ) as bought group by item
      """;

  private static final String TAKE_UP =
      """
      select distinct order_id from reservation
      where channel_id = $1 and status = 'reserved' and made_on < $2 order by order_id
      """;

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
      Transaction transaction, String channel, @Nullable String id, int count) {
    return transaction
        .select(
            SELECT
                + " where channel_id = $1 and ($2::text is null or reservation_id < $2)"
                + " order by reservation_id desc limit $3",
            channel,
            id,
            count)
        .map(rows -> rows.stream().map(Reservation::of).toList());
  }

  /**
   * Monthly quantities by item of active lots and of open reservations (PRE-11).
   *
   * @param without an order that does not count
   */
  Uni<Map<String, Long>> bought(
      Transaction transaction, String channel, LocalDate today, String without) {
    return transaction.select(BOUGHT, channel, today, without).map(Reservations::byItem);
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

  /** Freezes what a line costs before the charge is asked for. */
  Uni<Integer> freeze(
      Transaction transaction, String channel, Reservation line, QuotedLine quoted, Billing by) {
    return transaction.update(
        "update reservation set status = 'executing', executes_at = $3, book = $4,"
            + " book_version = $5, charge_minor = $6, currency = $7"
            + " where channel_id = $1 and reservation_id = $2",
        channel,
        line.id(),
        by.at(),
        by.book(),
        by.bookVersion(),
        quoted.termMinor(),
        quoted.currency());
  }

  Uni<Integer> executed(
      Transaction transaction, String channel, Reservation line, String lot, String invoice) {
    return transaction.update(
        "update reservation set status = 'executed', lot_id = $3, invoice = $4"
            + " where channel_id = $1 and reservation_id = $2",
        channel,
        line.id(),
        lot,
        invoice);
  }

  /** Nothing of the order was bought. */
  Uni<Integer> failed(Transaction transaction, String channel, String order, String reason) {
    return transaction.update(
        "update reservation set status = 'failed', reason = $3"
            + " where channel_id = $1 and order_id = $2 and status in ('reserved', 'executing')",
        channel,
        order,
        reason);
  }

  private static Map<String, Long> byItem(List<Fields> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.string(0), row -> row.longValue(1)));
  }

  /** The billing date an order is carried out on, and the book of that day. */
  record Billing(OffsetDateTime at, String book, int bookVersion) {}
}
