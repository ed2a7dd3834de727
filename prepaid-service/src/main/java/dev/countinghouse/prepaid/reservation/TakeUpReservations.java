package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.prepaid.InboxOrder;
import dev.countinghouse.prepaid.order.NewOrder;
import dev.countinghouse.prepaid.order.PlaceOrder;
import dev.countinghouse.prepaid.plan.ChannelPlans;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Places the orders that were reserved on an earlier day when a paid period starts: its start is
 * the billing date (PRE-13). A period's event that was skipped, and is applied when the channel has
 * begun something later, places nothing: its billing date is over.
 */
@ApplicationScoped
@Priority(InboxOrder.ORDERS)
public class TakeUpReservations implements InboxHandler {

  private final ChannelClock clock;
  private final ChannelPlans plans;
  private final Reservations reservations;
  private final PlaceOrder place;

  TakeUpReservations(
      ChannelClock clock, ChannelPlans plans, Reservations reservations, PlaceOrder place) {
    this.clock = clock;
    this.plans = plans;
    this.reservations = reservations;
    this.place = place;
  }

  @Override
  public Set<String> types() {
    return Set.of(PeriodStarted.TYPE);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    PeriodStarted period = event.as(PeriodStarted.class);
    return plans
        .findAndLock(transaction, period.channel())
        .chain(
            plan ->
                plan == null || plan.givesWayTo(period.start())
                    ? takeUp(transaction, period)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> takeUp(Transaction transaction, PeriodStarted period) {
    return clock
        .now(transaction, period.channel())
        .map(now -> billingDate(period, now))
        .chain(date -> reservations.waitingFor(transaction, period.channel(), date))
        .chain(orders -> takeUp(transaction, period, orders));
  }

  private static LocalDate billingDate(PeriodStarted period, ChannelNow now) {
    return period.start().atZone(now.zone()).toLocalDate();
  }

  private Uni<Void> takeUp(Transaction transaction, PeriodStarted period, List<String> orders) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String order : orders) {
      done = done.chain(() -> takeUp(transaction, period, order));
    }
    return done;
  }

  private Uni<Void> takeUp(Transaction transaction, PeriodStarted period, String order) {
    return reservations
        .ofOrder(transaction, period.channel(), order)
        .chain(lines -> takeUp(transaction, period, order, lines));
  }

  private Uni<Void> takeUp(
      Transaction transaction, PeriodStarted period, String order, List<Reservation> lines) {
    if (lines.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return place
        .place(transaction, order(period, order, lines))
        .chain(() -> reservations.takenUp(transaction, period.channel(), order, period.start()))
        .replaceWithVoid();
  }

  private static NewOrder order(PeriodStarted period, String order, List<Reservation> lines) {
    return new NewOrder(
        period.channel(),
        order,
        ReservationOrigin.NAME,
        order,
        period.start(),
        lines.stream().map(Reservation::line).toList());
  }
}
