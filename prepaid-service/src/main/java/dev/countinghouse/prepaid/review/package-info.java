/**
 * What waits for an operator, over all channels: orders and refunds that were refused though money
 * may have moved (PU-4). They are counted and listed here and end in {@link
 * dev.countinghouse.prepaid.order} and {@link dev.countinghouse.prepaid.refund}.
 *
 * <p>Invariant: whatever restarts, what is in review is told of until it is not: both the count and
 * the list are read from the tables, and nothing is remembered.
 */
@NullMarked
package dev.countinghouse.prepaid.review;

import org.jspecify.annotations.NullMarked;
