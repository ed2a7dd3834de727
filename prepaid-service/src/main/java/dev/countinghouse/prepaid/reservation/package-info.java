/**
 * Reservations: orders that are carried out on the next billing date strictly after the day they
 * were made (PRE-13); on trial the only way to order what is not PU (PRE-12).
 *
 * <p>A line of an order is a reservation of its own, so that each can be changed and cancelled by
 * itself; what is left of an order is bought together or not at all (PRE-18). The billing date is a
 * {@code subscription.period-started}: it places the order, {@code reserved} → {@code executing},
 * and the order's end makes it {@code executed} with its lots, or {@code failed} with the reason,
 * which {@code reservation.failed} tells.
 *
 * <p>Invariants: a reservation made on a billing date waits for the next; nothing is bought on Free
 * but PU, so who falls to Free keeps its reservations waiting.
 */
@NullMarked
package dev.countinghouse.prepaid.reservation;

import org.jspecify.annotations.NullMarked;
