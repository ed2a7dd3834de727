package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.lot.CreateLot;
import dev.countinghouse.prepaid.lot.CreatePointLot;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The last step of carrying an order out, one transaction: paid, every line becomes its lot;
 * declined, none does (PRE-18).
 */
@ApplicationScoped
class ConcludeOrder {

  private final ChannelClock clock;
  private final LockUsage usage;
  private final Orders orders;
  private final CreateLot lots;
  private final CreatePointLot points;
  private final EndOrder end;
  private final ReviewAlarm alarm;

  ConcludeOrder(
      ChannelClock clock,
      LockUsage usage,
      Orders orders,
      CreateLot lots,
      CreatePointLot points,
      EndOrder end,
      ReviewAlarm alarm) {
    this.clock = clock;
    this.usage = usage;
    this.orders = orders;
    this.lots = lots;
    this.points = points;
    this.end = end;
    this.alarm = alarm;
  }

  /**
   * Concludes; when another attempt already has, nothing changes, and people are called should the
   * two say otherwise.
   */
  Uni<Order> conclude(Transaction transaction, String channel, String id, ChargeOutcome outcome) {
    return usage
        .lock(transaction, channel)
        .chain(() -> orders.lock(transaction, channel, id))
        .chain(
            order ->
                order.hasEnded()
                    ? Uni.createFrom().item(compared(order, outcome))
                    : conclude(transaction, order, outcome));
  }

  private Order compared(Order ended, ChargeOutcome outcome) {
    boolean isPaid = ended.status() == Order.Status.PAID;
    boolean isOtherwise =
        switch (outcome) {
          case ChargeOutcome.Paid ignored -> !isPaid;
          case ChargeOutcome.NotPaid ignored -> isPaid;
          case ChargeOutcome.Disputed ignored -> false;
        };
    if (isOtherwise) {
      alarm.raiseEnded("order", ended.channel(), ended.id(), ended.status(), outcome);
    }
    return ended;
  }

  private Uni<Order> conclude(Transaction transaction, Order order, ChargeOutcome outcome) {
    return switch (outcome) {
      case ChargeOutcome.Paid paid -> paid(transaction, order, paid);
      case ChargeOutcome.NotPaid notPaid -> end.declined(transaction, order, notPaid.reason());
      case ChargeOutcome.Disputed disputed -> end.review(transaction, order, disputed.reason());
    };
  }

  private Uni<Order> paid(Transaction transaction, Order order, ChargeOutcome.Paid paid) {
    return clock
        .now(transaction, order.channel())
        .call(now -> createLots(transaction, now, order, paid))
        .chain(
            now ->
                end.paid(transaction, order, paid.invoice())
                    .call(ended -> tell(transaction, now, ended)));
  }

  private Uni<Void> createLots(
      Transaction transaction, ChannelNow now, Order order, ChargeOutcome.Paid paid) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Order.Line line : inOrderOfLocks(order)) {
      done =
          done.chain(() -> createLot(transaction, now, order, line, paid))
              .chain(lot -> orders.becameLot(transaction, order, line, lot));
    }
    return done;
  }

  private Uni<String> createLot(
      Transaction transaction,
      ChannelNow now,
      Order order,
      Order.Line line,
      ChargeOutcome.Paid paid) {
    PurchasedLot lot = lot(now, order, line);
    CreateLot.Payment payment =
        new CreateLot.Payment(
            order.id(), paid.invoice(), line.chargeMinor(), order.frozenCurrency());
    return line.windowed()
        ? lots.create(transaction, now, lot, payment)
        : points.create(transaction, now, lot, payment);
  }

  private static PurchasedLot lot(ChannelNow now, Order order, Order.Line line) {
    LocalDate start = order.chargeAt().atZone(now.zone()).toLocalDate();
    return PurchasedLot.startingOn(start, line.item(), line.monthlyQuantity(), line.renew());
  }

  /** Lots are locked before points (ADR 0010). */
  private static List<Order.Line> inOrderOfLocks(Order order) {
    return order.lines().stream()
        .sorted(Comparator.comparing(Order.Line::windowed, Comparator.reverseOrder()))
        .toList();
  }

  /** The outbox is locked last: somebody may hold a lot and wait for it. */
  private Uni<Void> tell(Transaction transaction, ChannelNow now, Order paid) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Order.Line line : paid.lines()) {
      done = line.windowed() ? done.chain(() -> tell(transaction, now, paid, line)) : done;
    }
    return done;
  }

  private Uni<Void> tell(Transaction transaction, ChannelNow now, Order paid, Order.Line line) {
    String id = Objects.requireNonNull(line.lot(), "what was paid has become a lot");
    return lots.tell(transaction, now, id, lot(now, paid, line)).replaceWithVoid();
  }
}
