package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Cursors;
import dev.countinghouse.http.Page;
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

  private final Transactions transactions;
  private final ChannelClock clock;
  private final ChannelPlans plans;
  private final Reservations reservations;
  private final Cursors cursors;

  ListReservations(
      Transactions transactions,
      ChannelClock clock,
      ChannelPlans plans,
      Reservations reservations,
      Cursors cursors) {
    this.transactions = transactions;
    this.clock = clock;
    this.plans = plans;
    this.reservations = reservations;
    this.cursors = cursors;
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
        .findForUpdate(transaction, now.channel(), id)
        .map(found -> found == null ? null : ReservationView.of(found, plan, now.zone()));
  }

  /** A page of them. */
  public Uni<Page<ReservationView>> list(
      String channel, @Nullable String cursor, @Nullable Integer requested) {
    String list = "reservations:" + channel;
    int limit = cursors.limit(requested);
    List<String> after = cursors.open(list, cursor);
    String below = after == null ? null : after.get(0);
    return clock
        .now(channel)
        .chain(now -> transactions.run(tx -> views(tx, now, below, limit + 1)))
        .map(views -> page(list, views, limit));
  }

  private Uni<List<ReservationView>> views(
      Transaction transaction, ChannelNow now, @Nullable String below, int count) {
    return plans
        .find(transaction, now.channel())
        .chain(plan -> views(transaction, now, plan, below, count));
  }

  private Uni<List<ReservationView>> views(
      Transaction transaction,
      ChannelNow now,
      @Nullable ChannelPlan plan,
      @Nullable String below,
      int count) {
    return reservations
        .newestFirst(transaction, now.channel(), below, count)
        .map(rows -> rows.stream().map(row -> ReservationView.of(row, plan, now.zone())).toList());
  }

  private Page<ReservationView> page(String list, List<ReservationView> views, int limit) {
    List<ReservationView> shown = views.stream().limit(limit).toList();
    boolean more = views.size() > limit;
    return new Page<>(shown, more ? cursors.seal(list, List.of(shown.getLast().id())) : null);
  }
}
