package dev.countinghouse.prepaid.lot;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.event.LotCreated;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.usage.CoverAgain;
import dev.countinghouse.prepaid.window.ScheduleCloses;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Creates a lot that has been paid in the transaction of its order, and tells of it. */
@ApplicationScoped
public class CreateLot {

  private static final String INSERT =
      """
      insert into lot (channel_id, lot_id, item, monthly_quantity, pool_halves, left_halves, valid_from,
        valid_until, renew, order_id, invoice, charge_minor, currency, created_at, next_close)
      values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """;

  private final Outbox outbox;
  private final ScheduleLotDates dates;
  private final ScheduleCloses closes;
  private final CoverAgain uncovered;

  CreateLot(Outbox outbox, ScheduleLotDates dates, ScheduleCloses closes, CoverAgain uncovered) {
    this.outbox = outbox;
    this.dates = dates;
    this.closes = closes;
    this.uncovered = uncovered;
  }

  /** How a lot was paid. */
  public record Payment(
      String order, @Nullable String invoice, long chargeMinor, String currency) {}

  /**
   * Creates it. It locks lots that are there already, for what they cover is decided again: whoever
   * creates several tells of the first when the last is there, for the outbox is locked last.
   *
   * @param now of its channel; from now on it may be paid back (PRE-15)
   * @return its id
   */
  public Uni<String> create(
      Transaction transaction, ChannelNow now, PurchasedLot lot, Payment payment) {
    String id = Ids.create(Ids.LOT);
    return transaction
        .update(
            INSERT,
            now.channel(),
            id,
            lot.item(),
            lot.monthlyQuantity(),
            lot.poolHalves(),
            lot.term().start(),
            lot.term().lastValidDay(),
            lot.renew(),
            payment.order(),
            payment.invoice(),
            payment.chargeMinor(),
            payment.currency(),
            now.now().atOffset(ZoneOffset.UTC),
            lot.term().window(0).to())
        .chain(() -> uncovered.cover(transaction, now, lot.item(), lot.term()))
        .chain(() -> dates.expiring(transaction, now, id, lot.term()))
        .chain(() -> dates.anniversary(transaction, now, id, lot.term()))
        .chain(() -> closes.firstOf(transaction, now, lot))
        .replaceWith(id);
  }

  /** Tells of it. */
  public Uni<Long> tell(Transaction transaction, ChannelNow now, String id, PurchasedLot lot) {
    LotCreated created =
        new LotCreated(
            now.channel(),
            id,
            lot.item(),
            lot.monthlyQuantity(),
            lot.term().start(),
            lot.term().lastValidDay());
    return outbox.append(
        transaction, new OutgoingEvent(now.channel(), LotCreated.TYPE, created, now.now()));
  }
}
