package dev.countinghouse.prepaid.renewal;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.contracts.event.LotExpiring;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.prepaid.lot.ScheduleLotDates;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * Tells once that a lot ends in 30 days (NOTE-3). One that was paid back, or that is empty and does
 * not renew, is nothing to tell of.
 */
@ApplicationScoped
public class TellLotExpiring implements DueWorkHandler {

  private final Transactions transactions;
  private final Lots lots;
  private final Outbox outbox;
  private final DueWork dueWork;

  TellLotExpiring(Transactions transactions, Lots lots, Outbox outbox, DueWork dueWork) {
    this.transactions = transactions;
    this.lots = lots;
    this.outbox = outbox;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return ScheduleLotDates.EXPIRING;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions.run(transaction -> tell(transaction, item));
  }

  private Uni<Void> tell(Transaction transaction, DueItem item) {
    return lots.find(transaction, item.channel(), item.id())
        .map(lot -> Objects.requireNonNull(lot, "a lot has an end"))
        .chain(lot -> tell(transaction, item, lot))
        .chain(() -> dueWork.finish(transaction, item));
  }

  private Uni<Void> tell(Transaction transaction, DueItem item, Lot lot) {
    if (lot.refund() != null || (lot.left().signum() == 0 && !lot.renew())) {
      return Uni.createFrom().voidItem();
    }
    LotExpiring expiring =
        new LotExpiring(
            item.channel(), lot.id(), lot.item(), lot.validUntil(), lot.renew(), item.dueAt());
    OutgoingEvent event =
        new OutgoingEvent(item.channel(), LotExpiring.TYPE, expiring, item.dueAt());
    return lots.endTold(transaction, item.channel(), lot.id())
        .chain(isFirst -> isFirst ? append(transaction, event) : Uni.createFrom().voidItem());
  }

  private Uni<Void> append(Transaction transaction, OutgoingEvent event) {
    return outbox.append(transaction, event).replaceWithVoid();
  }
}
