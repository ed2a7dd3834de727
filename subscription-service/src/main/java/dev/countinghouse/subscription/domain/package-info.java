/**
 * The rules of subscriptions as functions from what is known to what follows: price books, trials,
 * periods, invoices, dunning, entitlements. Plain Java; no framework, no clock, no database.
 *
 * <p>Invariants: an amount is rounded once a line and nowhere else (MON-2); a period is half-open
 * (TIME-2); a date is read in the channel's zone (TIME-1); a refusal is a value.
 */
@NullMarked
package dev.countinghouse.subscription.domain;

import org.jspecify.annotations.NullMarked;
