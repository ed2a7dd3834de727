/**
 * Where a channel stands: free, in its trial, or on a paid subscription.
 *
 * <p>Invariants: a channel without a row, or with one that ended, is on Free (SUB-1); a period
 * starts where the one before it ended (TIME-2).
 */
@NullMarked
package dev.countinghouse.subscription.subscription;

import org.jspecify.annotations.NullMarked;
