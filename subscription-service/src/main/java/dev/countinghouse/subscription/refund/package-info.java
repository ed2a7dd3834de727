/**
 * Refunds that other services ask for (prepaid lots, PRE-15): money of a paid charge goes back the
 * way it came, with a credit note on the charge's invoice.
 *
 * <p>The flow is a charge's, backwards: pending in one transaction, the provider asked between, and
 * in another the credit note is issued and takes its number. A refund that the provider has not
 * answered is asked about again when its caller repeats it and, should the caller never come back,
 * by due work. An id by which nothing was asked for can be voided: then it is declined, whatever is
 * asked for by it.
 *
 * <p>Invariants: the same id with the same content has the same end, with other content it is
 * refused (PU-4); of a charge, and of each of its items, no more is ever paid back than was paid;
 * money is paid back at most once a refund, which has a credit note exactly if it was.
 */
@NullMarked
package dev.countinghouse.subscription.refund;

import org.jspecify.annotations.NullMarked;
