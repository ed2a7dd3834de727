package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.LineFault;
import dev.countinghouse.prepaid.domain.OrderDecision;
import dev.countinghouse.prepaid.domain.OrderDecision.Terms;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.domain.QuotedLine;
import dev.countinghouse.prepaid.order.CheckOrder;
import dev.countinghouse.prepaid.order.PlaceOrder;
import dev.countinghouse.prepaid.plan.ChannelPlans;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reserves an order (PRE-12, PRE-13). */
@ApplicationScoped
public class ReserveLots {

  static final String RESERVATION = "rsv";

  private static final String INSERT =
      """
      insert into reservation (channel_id, reservation_id, order_id, line, item, monthly_quantity, renew,
        status, made_at, made_on)
      select $1, id, $2, line, item, quantity, $3, 'reserved', $4, $5
      from unnest($6::text[], $7::integer[], $8::text[], $9::bigint[]) as line (id, line, item, quantity)
      """;

  private final ChannelPlans plans;
  private final Reservations reservations;
  private final CheckOrder check;

  ReserveLots(ChannelPlans plans, Reservations reservations, CheckOrder check) {
    this.plans = plans;
    this.reservations = reservations;
    this.check = check;
  }

  /** What became of the order. */
  sealed interface Result {

    /** It waits for its billing date. */
    record Reserved(ReservedOrder order) implements Result {}

    /** It is refused. */
    record Refused(List<LineFault> faults) implements Result {
      public Refused {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reserves in {@code transaction}; the plan is read anew in it and held until it ends. */
  Uni<Result> reserve(
      Transaction transaction, Catalogue catalogue, List<OrderLine> lines, boolean renew) {
    String order = PlaceOrder.newId();
    return check
        .check(transaction, catalogue, Terms.RESERVED, order, lines)
        .chain(decision -> decided(transaction, catalogue.now(), order, decision, renew));
  }

  private Uni<Result> decided(
      Transaction transaction,
      ChannelNow now,
      String order,
      OrderDecision decision,
      boolean renew) {
    return switch (decision) {
      case OrderDecision.Refused refused ->
          Uni.createFrom().item(new Result.Refused(refused.faults()));
      case OrderDecision.Accepted accepted -> insert(transaction, now, order, accepted, renew);
    };
  }

  private Uni<Result> insert(
      Transaction transaction,
      ChannelNow now,
      String order,
      OrderDecision.Accepted accepted,
      boolean renew) {
    List<QuotedLine> lines = accepted.lines();
    OffsetDateTime madeAt = now.now().atOffset(ZoneOffset.UTC);
    return transaction
        .update(
            INSERT,
            now.channel(),
            order,
            renew,
            madeAt,
            now.today(),
            lines.stream().map(line -> Ids.create(RESERVATION)).toArray(String[]::new),
            IntStream.range(0, lines.size()).boxed().toArray(Integer[]::new),
            lines.stream().map(line -> line.item().id()).toArray(String[]::new),
            lines.stream().map(QuotedLine::monthlyQuantity).toArray(Long[]::new))
        .chain(() -> plans.find(transaction, now.channel()))
        .chain(plan -> view(transaction, now, order, plan))
        .map(Result.Reserved::new);
  }

  private Uni<ReservedOrder> view(
      Transaction transaction, ChannelNow now, String order, @Nullable ChannelPlan plan) {
    return reservations
        .ofOrder(transaction, now.channel(), order)
        .map(rows -> view(rows, plan, now));
  }

  private static ReservedOrder view(
      List<Reservation> rows, @Nullable ChannelPlan plan, ChannelNow now) {
    return ReservedOrder.of(
        rows.stream().map(row -> ReservationView.of(row, plan, now.zone())).toList());
  }
}
