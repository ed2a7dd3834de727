package dev.countinghouse.prepaid.order;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;

/** Who places orders; a CDI bean ({@code @ApplicationScoped}) an origin. */
public interface OrderOrigin {

  /** Stored with every order; never changes. */
  String name();

  /**
   * Told once that an order has ended, in the transaction that ends it. The order's row is locked,
   * and when it was paid for points so is the account.
   */
  Uni<Void> ended(Transaction transaction, Order order);

  /**
   * Told that an order waits for an operator, in the transaction that leaves it to one; again when
   * the operator has its charge asked for once more, and it is refused once more. The order's row
   * is locked.
   */
  default Uni<Void> inReview(Transaction transaction, Order order) {
    return Uni.createFrom().voidItem();
  }
}
