package dev.countinghouse.prepaid.purchase;

import dev.countinghouse.prepaid.order.Order;
import dev.countinghouse.prepaid.order.OrderOrigin;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A purchase is its order; there is nothing else to note. */
@ApplicationScoped
public class PurchaseOrigin implements OrderOrigin {

  static final String NAME = "purchase";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Uni<Void> ended(Transaction transaction, Order order) {
    return Uni.createFrom().voidItem();
  }
}
