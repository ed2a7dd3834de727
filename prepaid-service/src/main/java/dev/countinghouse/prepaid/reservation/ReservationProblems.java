package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.http.Problem;
import java.util.Locale;

/** Refusals of reservations as problem documents. */
final class ReservationProblems {

  private ReservationProblems() {}

  static Problem closed(Reservation reservation) {
    return Problem.of(
            409, "prepaid.reservation-closed", "It is being carried out, or has ended already.")
        .with("reservationStatus", reservation.status().name().toLowerCase(Locale.ROOT));
  }

  static Problem unknown(String id) {
    return Problem.of(
        404, "prepaid.reservation-not-found", "The channel has no reservation " + id + ".");
  }

  static Problem nothingToChange() {
    return Problem.of(400, "body.invalid", "The change changes nothing.")
        .blaming("monthlyQuantity", "a new quantity, or renew");
  }
}
