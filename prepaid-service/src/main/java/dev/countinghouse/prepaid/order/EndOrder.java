package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.order.Order.Status;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Ends an order once, takes its work off the list and tells who placed it. */
@ApplicationScoped
class EndOrder {

  private final ChannelClock clock;
  private final Orders orders;
  private final OrderOrigins origins;
  private final DueWork dueWork;

  EndOrder(ChannelClock clock, Orders orders, OrderOrigins origins, DueWork dueWork) {
    this.clock = clock;
    this.orders = orders;
    this.origins = origins;
    this.dueWork = dueWork;
  }

  /** The rules of the day are against it; it was never charged. */
  Uni<Order> refused(Transaction transaction, Order order, String reason) {
    return end(transaction, order, Status.REFUSED, null, reason);
  }

  /** It was not paid. */
  Uni<Order> declined(Transaction transaction, Order order, String reason) {
    return end(transaction, order, Status.DECLINED, null, reason);
  }

  /** Nobody knows whether it was paid, and asking again does not help: it waits for people. */
  Uni<Order> review(Transaction transaction, Order order, String reason) {
    return orders
        .review(transaction, order, reason)
        .call(now -> order.status() == Status.REVIEW ? nothing() : tell(transaction, now))
        .call(() -> withdraw(transaction, order));
  }

  /** It was paid, and its lots are there. */
  Uni<Order> paid(Transaction transaction, Order order, @Nullable String invoice) {
    return end(transaction, order, Status.PAID, invoice, null);
  }

  private Uni<Order> end(
      Transaction transaction,
      Order order,
      Status status,
      @Nullable String invoice,
      @Nullable String reason) {
    return clock
        .now(transaction, order.channel())
        .map(now -> new Orders.End(status, invoice, reason, now.now()))
        .chain(end -> orders.end(transaction, order, end))
        .call(ended -> origins.of(ended).ended(transaction, ended))
        .call(() -> withdraw(transaction, order));
  }

  private Uni<Void> tell(Transaction transaction, Order inReview) {
    return origins.of(inReview).inReview(transaction, inReview);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> withdraw(Transaction transaction, Order order) {
    return dueWork.withdraw(transaction, order.channel(), CarryOutOrder.KIND, order.id());
  }
}
