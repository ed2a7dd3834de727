package dev.countinghouse.prepaid.renewal;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.prepaid.lot.ScheduleLotDates;
import dev.countinghouse.prepaid.order.NewOrder;
import dev.countinghouse.prepaid.order.PlaceOrder;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * Orders a lot again on the day after its last valid day, if it is to be renewed (PRE-14). The
 * order has the lot's own id, so that it is placed once however often the work runs.
 */
@ApplicationScoped
public class RenewLot implements DueWorkHandler {

  private final Transactions transactions;
  private final Lots lots;
  private final PlaceOrder place;
  private final DueWork dueWork;

  RenewLot(Transactions transactions, Lots lots, PlaceOrder place, DueWork dueWork) {
    this.transactions = transactions;
    this.lots = lots;
    this.place = place;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return ScheduleLotDates.ANNIVERSARY;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions.run(transaction -> renew(transaction, item));
  }

  private Uni<Void> renew(Transaction transaction, DueItem item) {
    return lots.findForUpdate(transaction, item.channel(), item.id())
        .map(lot -> Objects.requireNonNull(lot, "a lot has an anniversary"))
        .chain(lot -> renew(transaction, item, lot))
        .chain(() -> dueWork.finish(transaction, item));
  }

  private Uni<Void> renew(Transaction transaction, DueItem item, Lot lot) {
    return lot.renew() && lot.refund() == null
        ? place.place(transaction, again(item, lot))
        : Uni.createFrom().voidItem();
  }

  private static NewOrder again(DueItem item, Lot lot) {
    OrderLine same = new OrderLine(lot.item(), BigDecimal.valueOf(lot.monthlyQuantity()));
    return new NewOrder(
        item.channel(),
        PlaceOrder.idFor(lot.id()),
        RenewalOrigin.NAME,
        lot.id(),
        item.dueAt(),
        List.of(new NewOrder.Line(same, true)));
  }
}
