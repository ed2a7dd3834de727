package dev.countinghouse.prepaid.lot;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of lots. */
@ApplicationScoped
public class Lots {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private static final String SELECT =
      """
      select l.lot_id, l.item, l.monthly_quantity, l.pool_halves, l.left_halves,
        p.available_tenths + p.held_tenths, l.valid_from, l.valid_until, l.renew, l.in_ledger, l.order_id,
        l.invoice, l.charge_minor, l.currency, l.created_at, l.refund_id, l.refunded_at,
        r.refund_id, r.status, r.reason, r.credit_note
      from lot l left join pu_lot p on l.in_ledger and p.channel_id = l.channel_id and p.lot = l.lot_id
        left join lateral (
          select refund_id, status, reason, credit_note from refund
          where channel_id = l.channel_id and lot_id = l.lot_id order by asked_at desc, refund_id desc limit 1
        ) r on true
      where l.channel_id = $1
      """;

  /** The lot, or null. */
  public Uni<@Nullable Lot> find(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(SELECT + " and l.lot_id = $2", channel, id)
        .map(row -> row == null ? null : lot(row));
  }

  /** As {@link #find}, locked until the transaction ends. */
  public Uni<@Nullable Lot> findForUpdate(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(SELECT + " and l.lot_id = $2 for update of l", channel, id)
        .map(row -> row == null ? null : lot(row));
  }

  /** Newest first, those below {@code id}. */
  Uni<List<Lot>> newestFirst(Transaction transaction, String channel, String id, int count) {
    return transaction
        .select(SELECT + " and l.lot_id < $2 order by l.lot_id desc limit $3", channel, id, count)
        .map(rows -> rows.stream().map(Lots::lot).toList());
  }

  /** Switches its renewal. */
  Uni<Integer> renew(Transaction transaction, String channel, Lot lot) {
    return transaction.update(
        "update lot set renew = $3 where channel_id = $1 and lot_id = $2",
        channel,
        lot.id(),
        lot.renew());
  }

  /**
   * It is asked to be paid back; from now on nothing is drawn from it.
   *
   * @param refund null when it was not granted
   */
  public Uni<Integer> refunding(
      Transaction transaction, String channel, String id, @Nullable String refund) {
    return transaction.update(
        "update lot set refund_id = $3 where channel_id = $1 and lot_id = $2", channel, id, refund);
  }

  /** Its end is told of; false when it was before. */
  public Uni<Boolean> endTold(Transaction transaction, String channel, String id) {
    return transaction
        .update(
            "update lot set end_told = true"
                + " where channel_id = $1 and lot_id = $2 and not end_told",
            channel,
            id)
        .map(rows -> rows == 1);
  }

  /** It was paid back: it does not renew, and no window of it closes. */
  public Uni<Integer> refunded(Transaction transaction, String channel, String id, Instant at) {
    return transaction.update(
        "update lot set refunded_at = $3, renew = false, next_close = null"
            + " where channel_id = $1 and lot_id = $2",
        channel,
        id,
        at.atOffset(ZoneOffset.UTC));
  }

  private static Lot lot(Fields row) {
    return new Lot(
        row.string(0),
        row.string(1),
        row.longValue(2),
        row.decimal(3).multiply(HALF),
        row.bool(9) ? BigDecimal.valueOf(row.longValue(5), 1) : row.decimal(4).multiply(HALF),
        row.date(6),
        row.date(7),
        row.bool(8),
        row.bool(9),
        new CreateLot.Payment(
            row.string(10), row.stringOrNull(11), row.longValue(12), row.string(13)),
        row.instant(14),
        row.stringOrNull(15),
        row.instantOrNull(16),
        refund(row));
  }

  private static @Nullable LotRefund refund(Fields row) {
    String id = row.stringOrNull(17);
    return id == null
        ? null
        : new LotRefund(id, row.string(18), row.stringOrNull(19), row.stringOrNull(20));
  }
}
