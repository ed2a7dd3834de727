package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.contracts.event.ReservationFailed;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.prepaid.order.Order;
import dev.countinghouse.prepaid.order.OrderOrigin;
import dev.countinghouse.prepaid.order.TellInReview;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Notes on reservations what became of their order (PRE-13), and tells of a failure (NOTE-3). */
@ApplicationScoped
public class ReservationOrigin implements OrderOrigin {

  static final String NAME = "reservation";

  private static final String PLAN_FREE = "prepaid.plan-free";

  private final Reservations reservations;
  private final Outbox outbox;
  private final TellInReview review;

  ReservationOrigin(Reservations reservations, Outbox outbox, TellInReview review) {
    this.reservations = reservations;
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
      return reservations
          .ofOrder(transaction, order.channel(), order.id())
          .chain(lines -> executed(transaction, order, lines));
    }
    // The channel has fallen to Free meanwhile: the order waits for its next paid period.
    return PLAN_FREE.equals(order.reason())
        ? reservations.waitAgain(transaction, order).replaceWithVoid()
        : reservations.failed(transaction, order).chain(() -> tell(transaction, order));
  }

  @Override
  public Uni<Void> inReview(Transaction transaction, Order order) {
    return review.tell(transaction, order);
  }

  private Uni<Void> tell(Transaction transaction, Order order) {
    ReservationFailed failed =
        new ReservationFailed(
            order.channel(),
            order.id(),
            order.lines().stream().map(Order.Line::item).toList(),
            order.chargeAt(),
            Objects.requireNonNull(order.reason(), "what bought nothing has a reason"));
    OutgoingEvent event =
        new OutgoingEvent(order.channel(), ReservationFailed.TYPE, failed, order.chargeAt());
    return outbox.append(transaction, event).replaceWithVoid();
  }

  /** The order was placed with what was left of the reservation, in its order. */
  private Uni<Void> executed(Transaction transaction, Order order, List<Reservation> lines) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Order.Line bought : order.lines()) {
      Reservation line = lines.get(bought.number());
      done =
          done.chain(() -> reservations.executed(transaction, order.channel(), line, bought, order))
              .replaceWithVoid();
    }
    return done;
  }
}
