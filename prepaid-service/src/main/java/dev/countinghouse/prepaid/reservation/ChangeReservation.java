package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.domain.ReservationDecision;
import dev.countinghouse.prepaid.quote.Catalogue;
import dev.countinghouse.prepaid.reservation.Reservation.Status;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes or cancels a reservation until it is carried out (PRE-13). */
@ApplicationScoped
public class ChangeReservation {

  private final Transactions transactions;
  private final Reservations reservations;

  ChangeReservation(Transactions transactions, Reservations reservations) {
    this.transactions = transactions;
    this.reservations = reservations;
  }

  /** What became of the change. */
  sealed interface Result {

    /** It is as asked, now or already before. */
    record Changed(Reservation reservation) implements Result {}

    /** The change is against the rules; nothing changed. */
    record Refused(ReservationDecision why) implements Result {}

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
            reservations
                .findForUpdate(transaction, channel, id)
                .chain(found -> cancel(transaction, channel, found)));
  }

  private Uni<Result> cancel(Transaction transaction, String channel, @Nullable Reservation found) {
    return found != null && found.status() == Status.CANCELLED
        ? Uni.createFrom().item(new Result.Changed(found))
        : ifOpen(found, open -> store(transaction, channel, with(open, null, null, true)));
  }

  private Uni<Result> change(
      Transaction transaction, Catalogue catalogue, String id, ReservationChange change) {
    return reservations
        .findForUpdate(transaction, catalogue.now().channel(), id)
        .chain(found -> ifOpen(found, open -> checked(transaction, catalogue, open, change)));
  }

  private Uni<Result> checked(
      Transaction transaction, Catalogue catalogue, Reservation open, ReservationChange change) {
    BigDecimal quantity =
        Objects.requireNonNullElse(
            change.monthlyQuantity(), BigDecimal.valueOf(open.monthlyQuantity()));
    return reservations
        .bought(transaction, catalogue.now().channel(), catalogue.now().today(), open.order())
        .map(
            bought ->
                ReservationDecision.decide(
                    catalogue.plan(),
                    catalogue.book(),
                    bought,
                    List.of(new OrderLine(open.item(), quantity))))
        .chain(decision -> decided(transaction, catalogue, open, change, decision));
  }

  private Uni<Result> decided(
      Transaction transaction,
      Catalogue catalogue,
      Reservation open,
      ReservationChange change,
      ReservationDecision decision) {
    if (!(decision instanceof ReservationDecision.Accepted accepted)) {
      return Uni.createFrom().item(new Result.Refused(decision));
    }
    long quantity = accepted.lines().get(0).monthlyQuantity();
    Reservation changed = with(open, quantity, change.renew(), false);
    return store(transaction, catalogue.now().channel(), changed);
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
        of.chargeMinor(),
        of.currency(),
        of.invoice(),
        of.reason(),
        of.lot());
  }
}
