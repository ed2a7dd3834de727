/**
 * Invoices: numbered documents that never change, and taking their payment.
 *
 * <p>Invariants: a channel's numbers are 1, 2, 3 … without a gap, taken under the channel's row
 * lock in the transaction that writes the invoice; a finalized invoice never changes (the database
 * refuses it), only what became of it does; a line is rounded once (MON-2) and the total is the sum
 * of the lines; an invoice is paid at most once; what is taken back of it is a credit note, with
 * numbers of its own, that points at it.
 */
@NullMarked
package dev.countinghouse.subscription.invoice;

import org.jspecify.annotations.NullMarked;
