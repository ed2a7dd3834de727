/**
 * Closing a period, and so starting the next: at a trial's end (TRI-5), on every billing date, and
 * for the last time when a subscription ends.
 *
 * <p>The saga of one closing is a row, and goes step by step: {@code ASKING} (committed before
 * metering is asked for the MAU of the last full day, MAU-6, and how far usage is counted), {@code
 * COUNTED} (its answers are stored), {@code RATED} (prepaid has applied everything counted, and its
 * answer, what is postpaid of the ending period, is stored; after a trial nothing is), {@code
 * INVOICED} (one transaction: the invoice of the next period's fee and the ended one's overage
 * (SUB-1a), the subscription's new period, its events, the due work that pays the invoice and the
 * one that closes the period). Each step starts from what is stored, so a crash anywhere is resumed
 * and ends with the same invoice.
 *
 * <p>Invariants: no call to another service inside a transaction; a closing has at most one
 * invoice; what prepaid is asked is stored before it is asked, so that it is the same question
 * every time; nothing is billed while prepaid has skipped an event that the closing counts on; what
 * is dated is dated at the instant the work fell due, however late it ran.
 */
@NullMarked
package dev.countinghouse.subscription.closing;

import org.jspecify.annotations.NullMarked;
