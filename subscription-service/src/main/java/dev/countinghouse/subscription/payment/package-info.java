/**
 * Payment methods, and taking money with them.
 *
 * <p>An attempt is committed as started before the provider is asked, and asked about again with
 * the same id until the provider has answered. Nothing is asked of the provider inside a
 * transaction.
 *
 * <p>Invariants: a purpose (an invoice, a charge) has at most one attempt that is not answered; the
 * provider takes money at most once for an attempt, so nothing is charged twice whatever crashes.
 */
@NullMarked
package dev.countinghouse.subscription.payment;

import org.jspecify.annotations.NullMarked;
