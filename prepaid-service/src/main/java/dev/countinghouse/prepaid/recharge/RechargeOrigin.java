package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.contracts.event.AutoRechargeSwitchedOff;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.prepaid.order.Order;
import dev.countinghouse.prepaid.order.OrderOrigin;
import dev.countinghouse.prepaid.order.TellInReview;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * Goes on after a recharge: paid, the account is watched again; not paid, auto-recharge is off and
 * its owner is told (PU-5, NOTE-3).
 */
@ApplicationScoped
public class RechargeOrigin implements OrderOrigin {

  static final String NAME = "auto-recharge";

  private final Recharges recharges;
  private final Outbox outbox;
  private final TellInReview review;

  RechargeOrigin(Recharges recharges, Outbox outbox, TellInReview review) {
    this.recharges = recharges;
    this.outbox = outbox;
    this.review = review;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Uni<Void> ended(Transaction transaction, Order order) {
    return recharges
        .lockAccount(transaction, order.channel())
        .chain(() -> recharges.end(transaction, order.channel(), order.id()))
        .chain(() -> goOn(transaction, order))
        .chain(() -> recharges.mark(transaction, order.channel()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> inReview(Transaction transaction, Order order) {
    return review.tell(transaction, order);
  }

  private Uni<Void> goOn(Transaction transaction, Order order) {
    if (order.status() == Order.Status.PAID) {
      return Uni.createFrom().voidItem();
    }
    String reason = Objects.requireNonNull(order.reason(), "what bought nothing has a reason");
    return recharges
        .switchOff(transaction, order.channel(), reason)
        .chain(wasOn -> wasOn ? tell(transaction, order, reason) : Uni.createFrom().voidItem());
  }

  private Uni<Void> tell(Transaction transaction, Order order, String reason) {
    AutoRechargeSwitchedOff off =
        new AutoRechargeSwitchedOff(order.channel(), order.id(), order.chargeAt(), reason);
    OutgoingEvent event =
        new OutgoingEvent(order.channel(), AutoRechargeSwitchedOff.TYPE, off, order.chargeAt());
    return outbox.append(transaction, event).replaceWithVoid();
  }
}
