package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Places an order in the caller's transaction; due work carries it out at its instant and tells the
 * origin how it ended. Only rows of the order are written, so that any lock may be held meanwhile.
 */
@ApplicationScoped
public class PlaceOrder {

  private static final String PREFIX = "ord";

  private final Orders orders;
  private final DueWork dueWork;

  PlaceOrder(Orders orders, DueWork dueWork) {
    this.orders = orders;
    this.dueWork = dueWork;
  }

  /** An id for an order. */
  public static String newId() {
    return Ids.create(PREFIX);
  }

  /**
   * The id of an order that a lot calls for, the same every time.
   *
   * @param lot {@code lot_…}; its unique part is the order's
   */
  public static String idFor(String lot) {
    return PREFIX + lot.substring(Ids.LOT.length());
  }

  /** Places it; an id that was placed before changes nothing. */
  public Uni<Void> place(Transaction transaction, NewOrder order) {
    return orders
        .insert(transaction, order)
        .chain(isNew -> isNew ? schedule(transaction, order) : Uni.createFrom().voidItem());
  }

  private Uni<Void> schedule(Transaction transaction, NewOrder order) {
    return dueWork.schedule(
        transaction, order.channel(), CarryOutOrder.KIND, order.id(), order.at());
  }
}
