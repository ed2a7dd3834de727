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

  CarryOutOrder(
      Transactions transactions,
      OpenCatalogue catalogues,
      PriceOrder price,
      ChargeOrder charge,
      ConcludeOrder conclude,
      PostponeOrder postpone) {
    this.transactions = transactions;
    this.catalogues = catalogues;
    this.price = price;
    this.charge = charge;
    this.conclude = conclude;
    this.postpone = postpone;
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
   * @return the order when it has ended; a {@link ChargePending} failure while that is not known
   */
  Uni<Order> chargeAndConclude(Order order) {
    if (order.hasEnded()) {
      return Uni.createFrom().item(order);
    }
    return charge
        .charge(order)
        .chain(
            answer ->
                transactions.run(tx -> conclude.conclude(tx, order.channel(), order.id(), answer)));
  }

  private Uni<Order> price(Catalogue catalogue, String id) {
    return transactions.run(transaction -> price.price(transaction, catalogue, id));
  }

  private Uni<Void> postpone(DueItem item) {
    return transactions.run(tx -> postpone.postpone(tx, item.channel(), item.id()));
  }
}
