/**
 * The channel's own ceilings for items (PRE-16): usage above one is withheld even when a lot has
 * quota left.
 *
 * <p>Invariants: the ceiling of a period is the last one set before the period's end; what was
 * withheld in a period that is not over is decided again whenever the ceiling changes, so that
 * raising it lets the rest through; what was withheld in a period that is over stays withheld, and
 * stays counted.
 */
@NullMarked
package dev.countinghouse.prepaid.limit;

import org.jspecify.annotations.NullMarked;
