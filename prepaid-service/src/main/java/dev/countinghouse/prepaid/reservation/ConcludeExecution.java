package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.lot.CreateLot;
import dev.countinghouse.prepaid.reservation.Reservation.Status;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The last step of carrying an order out, one transaction: paid, every line becomes its lot;
 * declined, none does (PRE-18).
 */
@ApplicationScoped
class ConcludeExecution {

  private final ChannelClock clock;
  private final Reservations reservations;
  private final CreateLot lots;
  private final DueWork dueWork;

  ConcludeExecution(
      ChannelClock clock, Reservations reservations, CreateLot lots, DueWork dueWork) {
    this.clock = clock;
    this.reservations = reservations;
    this.lots = lots;
    this.dueWork = dueWork;
  }

  /** Concludes; when another attempt already has, nothing changes. */
  Uni<Void> conclude(Transaction transaction, DueItem item, ChargeAnswer answer) {
    return reservations
        .ofOrder(transaction, item.channel(), item.id())
        .map(lines -> lines.stream().filter(ConcludeExecution::isOpen).toList())
        .chain(lines -> conclude(transaction, item, answer, lines))
        .chain(() -> dueWork.finish(transaction, item));
  }

  private static boolean isOpen(Reservation line) {
    return line.status() == Status.EXECUTING;
  }

  private Uni<Void> conclude(
      Transaction transaction, DueItem item, ChargeAnswer answer, List<Reservation> lines) {
    if (!answer.status().equals(ChargeAnswer.PAID)) {
      String reason = Objects.requireNonNullElse(answer.reason(), "payment.declined");
      return reservations.failed(transaction, item.channel(), item.id(), reason).replaceWithVoid();
    }
    return clock
        .now(transaction, item.channel())
        .chain(now -> createLots(transaction, now, answer, lines));
  }

  private Uni<Void> createLots(
      Transaction transaction, ChannelNow now, ChargeAnswer answer, List<Reservation> lines) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Reservation line : lines) {
      done = done.chain(() -> createLot(transaction, now, answer, line));
    }
    return done;
  }

  private Uni<Void> createLot(
      Transaction transaction, ChannelNow now, ChargeAnswer answer, Reservation line) {
    String invoice = Objects.requireNonNull(answer.invoice(), "a paid charge has an invoice");
    LocalDate start = line.frozenBilling().atZone(now.zone()).toLocalDate();
    PurchasedLot lot =
        PurchasedLot.startingOn(start, line.item(), line.monthlyQuantity(), line.renew());
    CreateLot.Payment payment =
        new CreateLot.Payment(
            line.order(),
            invoice,
            line.frozenChargeMinor(),
            Objects.requireNonNull(line.currency()));
    return lots.create(transaction, now.channel(), lot, payment, line.frozenBilling())
        .chain(id -> reservations.executed(transaction, now.channel(), line, id, invoice))
        .replaceWithVoid();
  }
}
