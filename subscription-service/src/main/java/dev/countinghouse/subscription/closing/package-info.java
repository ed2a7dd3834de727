/**
 * Closing a period, and so starting the next: at a trial's end (TRI-5) and on every billing date.
 *
 * <p>The saga of a period that starts is a row, and goes step by step: {@code ASKING} (committed
 * before metering is asked for the MAU of the last full day, MAU-6), {@code COUNTED} (its answer is
 * stored), {@code INVOICED} (one transaction: the invoice, the subscription's new period, its
 * events, the due work that pays the invoice and the one that closes the period). Each step starts
 * from what is stored, so a crash anywhere is resumed and ends with the same invoice.
 *
 * <p>Invariants: no call to another service inside a transaction; a period has one invoice; what is
 * dated is dated at the instant the work fell due, however late it ran.
 */
@NullMarked
package dev.countinghouse.subscription.closing;

import org.jspecify.annotations.NullMarked;
