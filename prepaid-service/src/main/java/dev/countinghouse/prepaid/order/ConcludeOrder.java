package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.lot.CreateLot;
import dev.countinghouse.prepaid.lot.CreatePointLot;
import dev.countinghouse.prepaid.order.Order.Status;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The last step of carrying an order out, one transaction: paid, every line becomes its lot;
 * declined, none does (PRE-18).
 */
@ApplicationScoped
class ConcludeOrder {

  private final ChannelClock clock;
  private final Orders orders;
  private final CreateLot lots;
  private final CreatePointLot points;
  private final EndOrder end;

  ConcludeOrder(
      ChannelClock clock, Orders orders, CreateLot lots, CreatePointLot points, EndOrder end) {
    this.clock = clock;
    this.orders = orders;
    this.lots = lots;
    this.points = points;
    this.end = end;
  }

  /** Concludes; when another attempt already has, nothing changes. */
  Uni<Order> conclude(Transaction transaction, String channel, String id, ChargeAnswer answer) {
    return orders
        .lock(transaction, channel, id)
        .chain(
            order ->
                order.status() == Status.PRICED
                    ? conclude(transaction, order, answer)
                    : Uni.createFrom().item(order));
  }

  private Uni<Order> conclude(Transaction transaction, Order order, ChargeAnswer answer) {
    return switch (answer.status()) {
      case ChargeAnswer.PAID -> paid(transaction, order, answer);
      case ChargeAnswer.DECLINED -> {
        String reason = Objects.requireNonNullElse(answer.reason(), "payment.declined");
        yield end.declined(transaction, order, reason);
      }
      default -> throw new IllegalStateException("a charge came out as " + answer.status());
    };
  }

  private Uni<Order> paid(Transaction transaction, Order order, ChargeAnswer answer) {
    return clock
        .now(transaction, order.channel())
        .chain(now -> createLots(transaction, now, order, answer))
        .chain(() -> end.paid(transaction, order, answer.invoice()));
  }

  private Uni<Void> createLots(
      Transaction transaction, ChannelNow now, Order order, ChargeAnswer answer) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Order.Line line : order.lines()) {
      done =
          done.chain(() -> createLot(transaction, now, order, line, answer))
              .chain(lot -> orders.becameLot(transaction, order, line, lot));
    }
    return done;
  }

  private Uni<String> createLot(
      Transaction transaction, ChannelNow now, Order order, Order.Line line, ChargeAnswer answer) {
    LocalDate start = order.chargeAt().atZone(now.zone()).toLocalDate();
    PurchasedLot lot =
        PurchasedLot.startingOn(start, line.item(), line.monthlyQuantity(), line.renew());
    CreateLot.Payment payment =
        new CreateLot.Payment(
            order.id(), answer.invoice(), line.chargeMinor(), order.frozenCurrency());
    return line.windowed()
        ? lots.create(transaction, now, lot, payment, order.chargeAt())
        : points.create(transaction, now, lot, payment, order.chargeAt());
  }
}
