/**
 * Auto-recharge: points are bought by themselves when they run low (PU-5).
 *
 * <p>Flow: a decision that makes an account's available points fall to its mark or below takes the
 * mark off and places one order, in its own transaction ({@link
 * dev.countinghouse.prepaid.recharge.PlaceRecharge}). Due work carries the order out. Paid, the
 * mark is set again; not paid, auto-recharge is off and says so by an event ({@link
 * dev.countinghouse.prepaid.recharge.RechargeOrigin}). In review, it stays on and buys nothing
 * until an operator has ended the purchase; that is told by an event too.
 *
 * <p>Invariants: never two purchases at a time, however many holds cross the mark at once; without
 * a payment method it is not switched on; a failed payment switches it off and is told once.
 */
@NullMarked
package dev.countinghouse.prepaid.recharge;

import org.jspecify.annotations.NullMarked;
