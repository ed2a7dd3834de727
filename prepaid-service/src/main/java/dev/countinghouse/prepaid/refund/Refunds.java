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

  private static final String FIND =
      "select lot_id, status, asked_at, credit_note, reason from refund"
          + " where channel_id = $1 and refund_id = $2 for update";

  private final Lots lots;

  Refunds(Lots lots) {
    this.lots = lots;
  }

  /** The refund with its lot, both locked; or null. */
  Uni<@Nullable Refund> lock(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(FIND, channel, id)
        .chain(row -> withLot(transaction, channel, id, row));
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

  private Uni<@Nullable Refund> withLot(
      Transaction transaction, String channel, String id, @Nullable Fields row) {
    return row == null
        ? Uni.createFrom().nullItem()
        : lots.findForUpdate(transaction, channel, row.string(0))
            .map(lot -> refund(channel, id, row, Objects.requireNonNull(lot)));
  }

  private static Refund refund(String channel, String id, Fields row, Lot lot) {
    return new Refund(
        channel,
        id,
        lot,
        Status.valueOf(row.string(1).toUpperCase(Locale.ROOT)),
        row.instant(2),
        row.stringOrNull(3),
        row.stringOrNull(4));
  }
}
