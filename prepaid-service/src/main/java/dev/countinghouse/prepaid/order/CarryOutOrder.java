package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.catalogue.OpenCatalogue;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Carries an order out: price and freeze, charge, conclude. It can stop anywhere and be run again.
 */
@ApplicationScoped
public class CarryOutOrder implements DueWorkHandler {

  static final String KIND = "order.carry-out";

  private final Transactions transactions;
  private final OpenCatalogue catalogues;
  private final PriceOrder price;
  private final ChargeOrder charge;
  private final ConcludeOrder conclude;
  private final PostponeOrder postpone;
  private final ReviewAlarm alarm;

  CarryOutOrder(
      Transactions transactions,
      OpenCatalogue catalogues,
      PriceOrder price,
      ChargeOrder charge,
      ConcludeOrder conclude,
      PostponeOrder postpone,
      ReviewAlarm alarm) {
    this.transactions = transactions;
    this.catalogues = catalogues;
    this.price = price;
    this.charge = charge;
    this.conclude = conclude;
    this.postpone = postpone;
    this.alarm = alarm;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return catalogues
        .with(item.channel(), catalogue -> price(catalogue, item.id()))
        .chain(this::chargeAndConclude)
        .replaceWithVoid()
        .onFailure(ChargePending.class)
        .recoverWithUni(() -> postpone(item));
  }

  /**
   * The steps after the price was frozen.
   *
   * @return the order when it has ended, or waits for people; a {@link ChargePending} failure while
   *     its charge has no answer
   */
  Uni<Order> chargeAndConclude(Order order) {
    if (order.status() != Order.Status.PRICED) {
      return Uni.createFrom().item(order);
    }
    return charge.charge(order).chain(outcome -> conclude(order, outcome)).invoke(this::alarm);
  }

  private Uni<Order> conclude(Order order, ChargeOutcome outcome) {
    return transactions.run(tx -> conclude.conclude(tx, order.channel(), order.id(), outcome));
  }

  private void alarm(Order order) {
    if (order.status() == Order.Status.REVIEW) {
      alarm.raise("order", order.channel(), order.id(), String.valueOf(order.reason()));
    }
  }

  private Uni<Order> price(Catalogue catalogue, String id) {
    return transactions.run(transaction -> price.price(transaction, catalogue, id));
  }

  private Uni<Void> postpone(DueItem item) {
    return transactions.run(tx -> postpone.postpone(tx, item.channel(), item.id()));
  }
}
