package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.plan.ChannelPlans;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a channel's reservations, those that ended included. */
@ApplicationScoped
public class ListReservations {

  private static final List<String> FIRST = List.of(Paging.ABOVE_ALL);

  private final Transactions transactions;
  private final ChannelClock clock;
  private final ChannelPlans plans;
  private final Reservations reservations;
  private final Paging paging;

  ListReservations(
      Transactions transactions,
      ChannelClock clock,
      ChannelPlans plans,
      Reservations reservations,
      Paging paging) {
    this.transactions = transactions;
    this.clock = clock;
    this.plans = plans;
    this.reservations = reservations;
    this.paging = paging;
  }

  /** One of them, or null. */
  public Uni<@Nullable ReservationView> find(String channel, String id) {
    return clock.now(channel).chain(now -> transactions.run(tx -> find(tx, now, id)));
  }

  private Uni<@Nullable ReservationView> find(Transaction transaction, ChannelNow now, String id) {
    return plans.find(transaction, now.channel()).chain(plan -> find(transaction, now, plan, id));
  }

  private Uni<@Nullable ReservationView> find(
      Transaction transaction, ChannelNow now, @Nullable ChannelPlan plan, String id) {
    return reservations
        .find(transaction, now.channel(), id)
        .map(found -> found == null ? null : ReservationView.of(found, plan, now.zone()));
  }

  /** A page of them. */
  public Uni<Page<ReservationView>> list(
      String channel, @Nullable String cursor, @Nullable Integer requested) {
    PageQuery query = paging.open("reservations:" + channel, FIRST, cursor, requested);
    return clock
        .now(channel)
        .chain(now -> transactions.run(tx -> views(tx, now, query)))
        .map(found -> paging.close(query, found, view -> List.of(view.id())));
  }

  private Uni<List<ReservationView>> views(
      Transaction transaction, ChannelNow now, PageQuery query) {
    return plans
        .find(transaction, now.channel())
        .chain(plan -> views(transaction, now, plan, query));
  }

  private Uni<List<ReservationView>> views(
      Transaction transaction, ChannelNow now, @Nullable ChannelPlan plan, PageQuery query) {
    return reservations
        .newestFirst(transaction, now.channel(), query.text(0), query.fetch())
        .map(rows -> rows.stream().map(row -> ReservationView.of(row, plan, now.zone())).toList());
  }
}
