/**
 * Charges that other services ask for (prepaid purchases, PU top-ups): an invoice of its own kind,
 * paid at once by card.
 *
 * <p>The payment comes before the invoice: the number is taken in the transaction that notes the
 * payment's success, so a declined charge has no invoice and uses up no number. A charge that the
 * provider has not answered is pending; it is asked about again when its caller repeats it and,
 * should the caller never come back, by due work. An id by which nothing was asked for can be
 * voided: then it is declined, whatever is asked for by it.
 *
 * <p>Invariants: the same id with the same content has the same end, with other content it is
 * refused (PU-4); a charge is paid at most once and has an invoice exactly if it is paid.
 */
@NullMarked
package dev.countinghouse.subscription.charge;

import org.jspecify.annotations.NullMarked;
