package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.prepaid.plan.ChannelPlans;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Makes orders due when a paid period starts: its start is the billing date, and those made on an
 * earlier day are carried out (PRE-13).
 */
@ApplicationScoped
public class TakeUpReservations implements InboxHandler {

  private final ChannelClock clock;
  private final ChannelPlans plans;
  private final Reservations reservations;
  private final DueWork dueWork;

  TakeUpReservations(
      ChannelClock clock, ChannelPlans plans, Reservations reservations, DueWork dueWork) {
    this.clock = clock;
    this.plans = plans;
    this.reservations = reservations;
    this.dueWork = dueWork;
  }

  @Override
  public Set<String> types() {
    return Set.of(PeriodStarted.TYPE);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    PeriodStarted period = event.as(PeriodStarted.class);
    return plans
        .lock(transaction, period.channel())
        .chain(() -> clock.now(transaction, period.channel()))
        .map(now -> billingDate(period, now))
        .chain(date -> reservations.waitingFor(transaction, period.channel(), date))
        .chain(orders -> schedule(transaction, period, orders));
  }

  private static LocalDate billingDate(PeriodStarted period, ChannelNow now) {
    return period.start().atZone(now.zone()).toLocalDate();
  }

  private Uni<Void> schedule(Transaction transaction, PeriodStarted period, List<String> orders) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String order : orders) {
      done = done.chain(() -> schedule(transaction, period, order));
    }
    return done;
  }

  private Uni<Void> schedule(Transaction transaction, PeriodStarted period, String order) {
    return dueWork.schedule(
        transaction, period.channel(), ExecuteOrder.KIND, order, period.start());
  }
}
