package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.event.OrderInReview;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;

/**
 * Tells a channel that an order which nobody waits for is in review (NOTE-3): its owner would
 * otherwise learn of it when the points, or the quota, are missing.
 */
@ApplicationScoped
public class TellInReview {

  private final ChannelClock clock;
  private final Outbox outbox;

  TellInReview(ChannelClock clock, Outbox outbox) {
    this.clock = clock;
    this.outbox = outbox;
  }

  /** Tells of it. */
  public Uni<Void> tell(Transaction transaction, Order order) {
    return clock
        .now(transaction, order.channel())
        .map(now -> event(order, now.now()))
        .chain(event -> outbox.append(transaction, event))
        .replaceWithVoid();
  }

  private static OutgoingEvent event(Order order, Instant at) {
    OrderInReview inReview =
        new OrderInReview(
            order.channel(),
            order.id(),
            order.origin(),
            order.lines().stream().map(Order.Line::item).toList(),
            at,
            Objects.requireNonNull(order.reason(), "what is in review has a reason"));
    return new OutgoingEvent(order.channel(), OrderInReview.TYPE, inReview, at);
  }
}
