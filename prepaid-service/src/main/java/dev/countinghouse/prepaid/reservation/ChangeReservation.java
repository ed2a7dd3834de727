package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.domain.LineFault;
import dev.countinghouse.prepaid.domain.OrderDecision;
import dev.countinghouse.prepaid.domain.OrderDecision.Terms;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.order.CheckOrder;
import dev.countinghouse.prepaid.reservation.Reservation.Status;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes or cancels a reservation until it is carried out (PRE-13). */
@ApplicationScoped
public class ChangeReservation {

  private final Transactions transactions;
  private final Reservations reservations;
  private final CheckOrder check;

  ChangeReservation(Transactions transactions, Reservations reservations, CheckOrder check) {
    this.transactions = transactions;
    this.reservations = reservations;
    this.check = check;
  }

  /** What became of the change. */
  sealed interface Result {

    /** It is as asked, now or already before. */
    record Changed(Reservation reservation) implements Result {}

    /** The change is against the rules; nothing changed. */
    record Refused(List<LineFault> faults) implements Result {
      public Refused {
        faults = List.copyOf(faults);
      }
    }

    /** It is being carried out, or has ended; nothing changed. */
    record Closed(Reservation reservation) implements Result {}

    /** The channel has no such reservation. */
    record Unknown() implements Result {}
  }

  /** Changes quantity, renewal or both. */
  Uni<Result> change(Catalogue catalogue, String id, ReservationChange change) {
    return transactions.run(transaction -> change(transaction, catalogue, id, change));
  }

  /** Cancels it; a repeat is as good. */
  Uni<Result> cancel(String channel, String id) {
    return transactions.run(
        transaction ->
            check
                .lock(transaction, channel)
                .chain(() -> reservations.findForUpdate(transaction, channel, id))
                .chain(found -> cancel(transaction, channel, found)));
  }

  private Uni<Result> cancel(Transaction transaction, String channel, @Nullable Reservation found) {
    return found != null && found.status() == Status.CANCELLED
        ? Uni.createFrom().item(new Result.Changed(found))
        : ifOpen(found, open -> store(transaction, channel, with(open, null, null, true)));
  }

  private Uni<Result> change(
      Transaction transaction, Catalogue catalogue, String id, ReservationChange change) {
    String channel = catalogue.now().channel();
    return check
        .lock(transaction, channel)
        .chain(() -> reservations.findForUpdate(transaction, channel, id))
        .chain(found -> ifOpen(found, open -> checked(transaction, catalogue, open, change)));
  }

  private Uni<Result> checked(
      Transaction transaction, Catalogue catalogue, Reservation open, ReservationChange change) {
    BigDecimal quantity = change.monthlyQuantity();
    if (quantity == null) {
      String channel = catalogue.now().channel();
      return store(transaction, channel, with(open, null, change.renew(), false));
    }
    return decide(transaction, catalogue, open, new OrderLine(open.item(), quantity))
        .chain(decision -> decided(transaction, catalogue, open, change, decision));
  }

  /** What was reserved needs no room of its own: less of it is always allowed (PRE-13). */
  private Uni<OrderDecision> decide(
      Transaction transaction, Catalogue catalogue, Reservation open, OrderLine wanted) {
    boolean isMore =
        wanted.monthlyQuantity().compareTo(BigDecimal.valueOf(open.monthlyQuantity())) > 0;
    return isMore
        ? check.check(transaction, catalogue, Terms.RESERVED, open.id(), List.of(wanted))
        : Uni.createFrom().item(OrderDecision.decideLess(catalogue.book(), wanted));
  }

  private Uni<Result> decided(
      Transaction transaction,
      Catalogue catalogue,
      Reservation open,
      ReservationChange change,
      OrderDecision decision) {
    return switch (decision) {
      case OrderDecision.Refused refused ->
          Uni.createFrom().item(new Result.Refused(refused.faults()));
      case OrderDecision.Accepted accepted ->
          store(
              transaction,
              catalogue.now().channel(),
              with(open, accepted.lines().get(0).monthlyQuantity(), change.renew(), false));
    };
  }

  private Uni<Result> store(Transaction transaction, String channel, Reservation changed) {
    return reservations
        .change(transaction, channel, changed)
        .replaceWith(new Result.Changed(changed));
  }

  private static Uni<Result> ifOpen(
      @Nullable Reservation found, Function<Reservation, Uni<Result>> then) {
    if (found == null) {
      return Uni.createFrom().item(new Result.Unknown());
    }
    return found.status() == Status.RESERVED
        ? then.apply(found)
        : Uni.createFrom().item(new Result.Closed(found));
  }

  private static Reservation with(
      Reservation of, @Nullable Long quantity, @Nullable Boolean renew, boolean cancelled) {
    return new Reservation(
        of.id(),
        of.order(),
        of.item(),
        quantity == null ? of.monthlyQuantity() : quantity,
        renew == null ? of.renew() : renew,
        cancelled ? Status.CANCELLED : of.status(),
        of.madeOn(),
        of.executesAt(),
        of.invoice(),
        of.reason(),
        of.lot());
  }
}
