/**
 * Lots: twelve months of an item, bought at once (PRE-1, PRE-2), and lots of points, whose rest
 * stands in the PU ledger.
 *
 * <p>Invariants: a lot is created once, in the transaction that concludes its order; one of months
 * with the event that tells of it; what is left is never negative and never more than the pool.
 */
@NullMarked
package dev.countinghouse.prepaid.lot;

import org.jspecify.annotations.NullMarked;
