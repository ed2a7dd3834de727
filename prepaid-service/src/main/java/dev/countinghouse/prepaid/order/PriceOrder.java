package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.OrderDecision;
import dev.countinghouse.prepaid.domain.OrderDecision.Terms;
import dev.countinghouse.prepaid.order.Order.Status;
import dev.countinghouse.prepaid.quote.OrderProblems;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The first step of carrying an order out: prices it by the book of the day and freezes that, so
 * that every later attempt charges the same. An order that the rules refuse ends here.
 */
@ApplicationScoped
class PriceOrder {

  private final Orders orders;
  private final CheckOrder check;
  private final EndOrder end;

  PriceOrder(Orders orders, CheckOrder check, EndOrder end) {
    this.orders = orders;
    this.check = check;
    this.end = end;
  }

  /**
   * Prices it; one that has a price, or has ended, stays as it is.
   *
   * @return the order afterwards: priced, or ended
   */
  Uni<Order> price(Transaction transaction, Catalogue catalogue, String id) {
    String channel = catalogue.now().channel();
    return check
        .lock(transaction, channel)
        .chain(() -> orders.lock(transaction, channel, id))
        .chain(
            order ->
                order.status() == Status.PLACED
                    ? decide(transaction, catalogue, order)
                    : Uni.createFrom().item(order));
  }

  private Uni<Order> decide(Transaction transaction, Catalogue catalogue, Order order) {
    return check
        .check(transaction, catalogue, Terms.AT_ONCE, order.id(), order.wanted())
        .chain(decision -> apply(transaction, catalogue, order, decision));
  }

  private Uni<Order> apply(
      Transaction transaction, Catalogue catalogue, Order order, OrderDecision decision) {
    return switch (decision) {
      case OrderDecision.Accepted accepted ->
          freeze(transaction, catalogue.book(), order, accepted);
      case OrderDecision.Refused refused ->
          end.refused(transaction, order, OrderProblems.of(refused.faults()).code());
    };
  }

  /** Freezes the prices of a decision that was made in the same transaction. */
  Uni<Order> freeze(
      Transaction transaction, Book book, Order order, OrderDecision.Accepted accepted) {
    Orders.BookUsed by = new Orders.BookUsed(book.id(), book.version(), book.currency());
    return orders.freeze(transaction, order, accepted.lines(), by);
  }
}
