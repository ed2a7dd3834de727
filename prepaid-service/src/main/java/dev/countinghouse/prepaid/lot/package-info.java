/**
 * Lots: twelve months of an item, bought at once (PRE-1, PRE-2).
 *
 * <p>Invariants: a lot is created once, in the transaction that carries out its order, with the
 * event that tells of it; what is left is never negative and never more than the pool.
 */
@NullMarked
package dev.countinghouse.prepaid.lot;

import org.jspecify.annotations.NullMarked;
