/**
 * Paying the invoices of subscriptions, and what follows when that fails (SUB-4, TRI-5).
 *
 * <p>Invariants: service continues while retries are left; when the last one fails the channel is
 * on Free and told so, once; an invoice that is paid or given up is never tried again.
 */
@NullMarked
package dev.countinghouse.subscription.dunning;

import org.jspecify.annotations.NullMarked;
