package dev.countinghouse.prepaid.refund;

import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.prepaid.refund.Refund.Status;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of refunds. */
@ApplicationScoped
class Refunds {

  private static final String LOT =
      "select lot_id from refund where channel_id = $1 and refund_id = $2";

  private static final String FIND =
      "select status, asked_at, credit_note, reason from refund"
          + " where channel_id = $1 and refund_id = $2 for update";

  private final Lots lots;

  Refunds(Lots lots) {
    this.lots = lots;
  }

  /** The refund with its lot, both locked, the lot first; or null. */
  Uni<@Nullable Refund> lock(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(LOT, channel, id)
        .chain(
            row ->
                row == null
                    ? Uni.createFrom().nullItem()
                    : lock(transaction, channel, row.string(0), id));
  }

  /** Inserts one that is asked for now. */
  Uni<Refund> ask(Transaction transaction, Refund refund) {
    return transaction
        .update(
            "insert into refund (channel_id, refund_id, lot_id, status, asked_at)"
                + " values ($1, $2, $3, 'pending', $4)",
            refund.channel(),
            refund.id(),
            refund.lot().id(),
            refund.askedAt().atOffset(ZoneOffset.UTC))
        .replaceWith(refund);
  }

  /** Stores where a refund stands that has not ended. */
  Uni<Refund> stands(Transaction transaction, Refund refund) {
    return transaction
        .update(
            "update refund set status = $3, reason = $4 where channel_id = $1 and refund_id = $2",
            refund.channel(),
            refund.id(),
            refund.status().name().toLowerCase(Locale.ROOT),
            refund.reason())
        .replaceWith(refund);
  }

  /** Ends it. */
  Uni<Refund> end(Transaction transaction, Refund ended, Instant at) {
    return transaction
        .update(
            "update refund set status = $3, credit_note = $4, reason = $5, ended_at = $6"
                + " where channel_id = $1 and refund_id = $2",
            ended.channel(),
            ended.id(),
            ended.status().name().toLowerCase(Locale.ROOT),
            ended.creditNote(),
            ended.reason(),
            at.atOffset(ZoneOffset.UTC))
        .replaceWith(ended);
  }

  private Uni<@Nullable Refund> lock(
      Transaction transaction, String channel, String lotId, String id) {
    return lots.findForUpdate(transaction, channel, lotId)
        .map(lot -> Objects.requireNonNull(lot, "a refund has a lot"))
        .chain(
            lot ->
                transaction
                    .select(FIND, channel, id)
                    .map(rows -> refund(channel, id, rows.get(0), lot)));
  }

  private static Refund refund(String channel, String id, Fields row, Lot lot) {
    return new Refund(
        channel,
        id,
        lot,
        Status.valueOf(row.string(0).toUpperCase(Locale.ROOT)),
        row.instant(1),
        row.stringOrNull(2),
        row.stringOrNull(3));
  }
}
