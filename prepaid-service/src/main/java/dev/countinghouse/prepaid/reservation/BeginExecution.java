package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.domain.QuotedLine;
import dev.countinghouse.prepaid.domain.ReservationDecision;
import dev.countinghouse.prepaid.quote.Catalogue;
import dev.countinghouse.prepaid.quote.OrderProblems;
import dev.countinghouse.prepaid.reservation.Reservation.Status;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The first step of carrying an order out: prices it by the book of the day and freezes that, so
 * that every later attempt charges the same.
 */
@ApplicationScoped
class BeginExecution {

  private final Reservations reservations;
  private final DueWork dueWork;

  BeginExecution(Reservations reservations, DueWork dueWork) {
    this.reservations = reservations;
    this.dueWork = dueWork;
  }

  /**
   * Begins, or goes on where an earlier attempt left off.
   *
   * @return the lines to charge; empty when there is nothing to do and the work is finished
   */
  Uni<List<Reservation>> begin(Transaction transaction, Catalogue catalogue, DueItem item) {
    return reservations
        .ofOrder(transaction, item.channel(), item.id())
        .chain(lines -> begin(transaction, catalogue, item, lines));
  }

  private Uni<List<Reservation>> begin(
      Transaction transaction, Catalogue catalogue, DueItem item, List<Reservation> lines) {
    if (lines.stream().anyMatch(line -> line.status() == Status.EXECUTING)) {
      return Uni.createFrom().item(lines);
    }
    if (lines.stream().noneMatch(line -> line.status() == Status.RESERVED)) {
      return finish(transaction, item);
    }
    ChannelNow now = catalogue.now();
    return reservations
        .bought(transaction, item.channel(), now.today(), item.id())
        .map(
            bought ->
                ReservationDecision.decide(
                    catalogue.plan(),
                    catalogue.book(),
                    bought,
                    lines.stream().map(Reservation::line).toList()))
        .chain(decision -> apply(transaction, catalogue, item, lines, decision));
  }

  private Uni<List<Reservation>> apply(
      Transaction transaction,
      Catalogue catalogue,
      DueItem item,
      List<Reservation> lines,
      ReservationDecision decision) {
    return switch (decision) {
      case ReservationDecision.Accepted accepted ->
          freeze(transaction, catalogue, item, lines, accepted);
      // The channel has fallen to Free meanwhile: the order waits for its next paid period.
      case ReservationDecision.OnFree ignored -> finish(transaction, item);
      case ReservationDecision.Faulty faulty ->
          reservations
              .failed(
                  transaction, item.channel(), item.id(), OrderProblems.of(faulty.faults()).code())
              .chain(() -> finish(transaction, item));
    };
  }

  private Uni<List<Reservation>> freeze(
      Transaction transaction,
      Catalogue catalogue,
      DueItem item,
      List<Reservation> lines,
      ReservationDecision.Accepted accepted) {
    Reservations.Billing billing =
        new Reservations.Billing(
            item.dueAt().atOffset(ZoneOffset.UTC),
            catalogue.book().id(),
            catalogue.book().version());
    Uni<Integer> done = Uni.createFrom().item(0);
    for (int line = 0; line < lines.size(); line++) {
      Reservation reservation = lines.get(line);
      QuotedLine quoted = accepted.lines().get(line);
      done =
          done.chain(
              () -> reservations.freeze(transaction, item.channel(), reservation, quoted, billing));
    }
    return done.chain(() -> reservations.ofOrder(transaction, item.channel(), item.id()));
  }

  private Uni<List<Reservation>> finish(Transaction transaction, DueItem item) {
    return dueWork.finish(transaction, item).replaceWith(List.of());
  }
}
