/**
 * Opening a channel: the channel, its owner, its clock and its event, all in one transaction.
 *
 * <p>Invariants: a channel is on a price book that has plans, in the book's currency, in the
 * version that is in force on its first day (BOOK-1); it has an owner from its first instant.
 */
@NullMarked
package dev.countinghouse.subscription.opening;

import org.jspecify.annotations.NullMarked;
