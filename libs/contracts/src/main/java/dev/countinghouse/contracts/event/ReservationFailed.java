package dev.countinghouse.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * A reserved order was to be bought on its billing date and was not (PRE-13). Source: prepaid.
 *
 * @param order that the reservations were lines of
 * @param items of its lines
 * @param at the billing instant
 * @param reason why, the code of a refusal or of a payment
 */
public record ReservationFailed(
    String channel, String order, List<String> items, Instant at, String reason) {
  public static final String TYPE = "reservation.failed";

  public ReservationFailed {
    items = List.copyOf(items);
  }
}
