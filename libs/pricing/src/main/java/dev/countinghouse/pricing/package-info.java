/**
 * What a quantity costs, by the models a price book may use (BOOK-1): flat, per-unit, graduated,
 * volume, package, and the cap over a sum. The code knows models, never a price.
 *
 * <p>Invariants: an amount is exact, whatever the unit price's decimals (MON-1); it is rounded only
 * by {@link dev.countinghouse.pricing.LineAmount}, once a line (MON-2); a malformed price is
 * refused when it is read, so that no calculation can meet one.
 */
@NullMarked
package dev.countinghouse.pricing;

import org.jspecify.annotations.NullMarked;
