package dev.countinghouse.prepaid.renewal;

import dev.countinghouse.contracts.event.RenewalFailed;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.prepaid.order.Order;
import dev.countinghouse.prepaid.order.OrderOrigin;
import dev.countinghouse.prepaid.order.TellInReview;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Tells of a renewal that bought nothing (PRE-14, NOTE-3). */
@ApplicationScoped
public class RenewalOrigin implements OrderOrigin {

  static final String NAME = "renewal";

  private final Outbox outbox;
  private final TellInReview review;

  RenewalOrigin(Outbox outbox, TellInReview review) {
    this.outbox = outbox;
    this.review = review;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Uni<Void> ended(Transaction transaction, Order order) {
    if (order.status() == Order.Status.PAID) {
      return Uni.createFrom().voidItem();
    }
    RenewalFailed failed =
        new RenewalFailed(
            order.channel(),
            order.subject(),
            order.lines().get(0).item(),
            order.chargeAt(),
            Objects.requireNonNull(order.reason(), "what bought nothing has a reason"));
    OutgoingEvent event =
        new OutgoingEvent(order.channel(), RenewalFailed.TYPE, failed, order.chargeAt());
    return outbox.append(transaction, event).replaceWithVoid();
  }

  @Override
  public Uni<Void> inReview(Transaction transaction, Order order) {
    return review.tell(transaction, order);
  }
}
