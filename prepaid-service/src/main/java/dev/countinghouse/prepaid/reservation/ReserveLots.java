package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.domain.QuotedLine;
import dev.countinghouse.prepaid.domain.ReservationDecision;
import dev.countinghouse.prepaid.plan.ChannelPlans;
import dev.countinghouse.prepaid.quote.Catalogue;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reserves an order (PRE-12, PRE-13). */
@ApplicationScoped
public class ReserveLots {

  static final String RESERVATION = "rsv";
  static final String ORDER = "ord";

  private static final String INSERT =
      """
      insert into reservation (channel_id, reservation_id, order_id, line, item, monthly_quantity, renew,
        status, made_at, made_on)
      select $1, id, $2, line, item, quantity, $3, 'reserved', $4, $5
      from unnest($6::text[], $7::integer[], $8::text[], $9::bigint[]) as line (id, line, item, quantity)
      """;

  private final ChannelPlans plans;
  private final Reservations reservations;

  ReserveLots(ChannelPlans plans, Reservations reservations) {
    this.plans = plans;
    this.reservations = reservations;
  }

  /** What became of the order. */
  sealed interface Result {

    /** It waits for its billing date. */
    record Reserved(ReservedOrder order) implements Result {}

    /** It is refused. */
    record Refused(ReservationDecision why) implements Result {}
  }

  /** Reserves in {@code transaction}; the plan is read anew in it and held until it ends. */
  Uni<Result> reserve(
      Transaction transaction, Catalogue catalogue, List<OrderLine> lines, boolean renew) {
    String channel = catalogue.now().channel();
    return plans
        .findAndHold(transaction, channel)
        .map(stored -> stored == null ? catalogue.plan() : stored)
        .chain(plan -> decide(transaction, catalogue, plan, lines, renew));
  }

  private Uni<Result> decide(
      Transaction transaction,
      Catalogue catalogue,
      ChannelPlan plan,
      List<OrderLine> lines,
      boolean renew) {
    ChannelNow now = catalogue.now();
    String order = Ids.create(ORDER);
    return reservations
        .bought(transaction, now.channel(), now.today(), order)
        .map(bought -> decide(catalogue, plan, bought, lines))
        .chain(
            decision ->
                decision instanceof ReservationDecision.Accepted accepted
                    ? insert(transaction, now, plan, order, accepted, renew)
                    : Uni.createFrom().item(new Result.Refused(decision)));
  }

  private static ReservationDecision decide(
      Catalogue catalogue, ChannelPlan plan, Map<String, Long> bought, List<OrderLine> lines) {
    return ReservationDecision.decide(plan, catalogue.book(), bought, lines);
  }

  private Uni<Result> insert(
      Transaction transaction,
      ChannelNow now,
      ChannelPlan plan,
      String order,
      ReservationDecision.Accepted accepted,
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
        .chain(() -> reservations.ofOrder(transaction, now.channel(), order))
        .map(rows -> new Result.Reserved(view(rows, plan, now)));
  }

  private static ReservedOrder view(List<Reservation> rows, ChannelPlan plan, ChannelNow now) {
    return ReservedOrder.of(
        rows.stream().map(row -> ReservationView.of(row, plan, now.zone())).toList());
  }
}
