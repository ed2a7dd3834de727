/**
 * Renewals (PRE-14): on the day after a lot's last valid day an order for the same quantity is
 * placed, at the price of that day; and the notice that a lot's end is near (NOTE-3).
 *
 * <p>Invariants: a lot is renewed at most once; a renewal that the rules refuse or that is not paid
 * creates no lot and is told of once.
 */
@NullMarked
package dev.countinghouse.prepaid.renewal;

import org.jspecify.annotations.NullMarked;
