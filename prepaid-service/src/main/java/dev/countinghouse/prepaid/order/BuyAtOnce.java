package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.domain.LineFault;
import dev.countinghouse.prepaid.domain.OrderDecision;
import dev.countinghouse.prepaid.domain.OrderDecision.Terms;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Buys while the buyer waits: checks, places and prices in one transaction, so that a refusal
 * stores nothing, then charges and concludes. Asked again with the same id, it goes on where it
 * was.
 */
@ApplicationScoped
public class BuyAtOnce {

  private static final Logger LOG = Logger.getLogger(BuyAtOnce.class);

  private final Transactions transactions;
  private final Orders orders;
  private final CheckOrder check;
  private final PlaceOrder place;
  private final PriceOrder price;
  private final PostponeOrder postpone;
  private final CarryOutOrder carryOut;

  BuyAtOnce(
      Transactions transactions,
      Orders orders,
      CheckOrder check,
      PlaceOrder place,
      PriceOrder price,
      PostponeOrder postpone,
      CarryOutOrder carryOut) {
    this.transactions = transactions;
    this.orders = orders;
    this.check = check;
    this.place = place;
    this.price = price;
    this.postpone = postpone;
    this.carryOut = carryOut;
  }

  /** What became of it. */
  public sealed interface Result {

    /** The order as it stands: ended, or priced while the payment has no answer. */
    record Bought(Order order) implements Result {}

    /** The rules are against it; nothing is stored. */
    record Refused(List<LineFault> faults) implements Result {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Buys; due work goes on with what this does not bring to its end. */
  public Uni<Result> buy(Catalogue catalogue, NewOrder wanted) {
    return transactions
        .run(transaction -> begin(transaction, catalogue, wanted))
        .chain(
            begun ->
                begun instanceof Result.Bought bought
                    ? finish(bought.order())
                    : Uni.createFrom().item(begun));
  }

  private Uni<Result> begin(Transaction transaction, Catalogue catalogue, NewOrder wanted) {
    return check
        .lock(transaction, wanted.channel())
        .chain(() -> orders.findForUpdate(transaction, wanted.channel(), wanted.id()))
        .chain(
            known ->
                known == null
                    ? decide(transaction, catalogue, wanted)
                    : Uni.createFrom().item(new Result.Bought(known)));
  }

  private Uni<Result> decide(Transaction transaction, Catalogue catalogue, NewOrder wanted) {
    return check
        .check(transaction, catalogue, Terms.AT_ONCE, wanted.id(), wanted.wanted())
        .chain(decision -> apply(transaction, catalogue, wanted, decision));
  }

  private Uni<Result> apply(
      Transaction transaction, Catalogue catalogue, NewOrder wanted, OrderDecision decision) {
    return switch (decision) {
      case OrderDecision.Refused refused ->
          Uni.createFrom().item(new Result.Refused(refused.faults()));
      case OrderDecision.Accepted accepted ->
          place
              .place(transaction, wanted)
              .chain(() -> postpone.postpone(transaction, wanted.channel(), wanted.id()))
              .chain(() -> orders.lock(transaction, wanted.channel(), wanted.id()))
              .chain(order -> price.freeze(transaction, catalogue.book(), order, accepted))
              .map(Result.Bought::new);
    };
  }

  private Uni<Result> finish(Order order) {
    return carryOut
        .chargeAndConclude(order)
        .onFailure()
        .recoverWithUni(failure -> outcomeUnknown(order, failure))
        .map(Result.Bought::new);
  }

  /**
   * Whatever went wrong, the charge may have been made; only the work that asks again will know.
   */
  private Uni<Order> outcomeUnknown(Order order, @Nullable Throwable failure) {
    LOG.warnf("the charge of %s has no answer yet: %s", order.id(), failure);
    return Uni.createFrom().item(order);
  }
}
