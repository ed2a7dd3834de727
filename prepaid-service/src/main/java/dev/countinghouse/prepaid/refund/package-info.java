/**
 * Refunds (PRE-15): a lot goes back whole, within 7 days, only if nothing at all was deducted.
 *
 * <p>The flow, a stored saga: in one transaction the lot is checked, marked so that nothing is
 * drawn from it, and points are taken out of the ledger; then subscription-service is asked, by the
 * refund's id; then the lot is {@code refunded}, or, when money could not be paid back, as it was
 * before. While there is no answer the refund is {@code pending} and due work asks again. A refusal
 * that leaves open whether money went back puts it into {@code review}, until an operator ends it,
 * as it is at subscription-service.
 *
 * <p>Invariants: a lot is paid back at most once, and never what was drawn from; its refund is what
 * was paid for it.
 */
@NullMarked
package dev.countinghouse.prepaid.refund;

import org.jspecify.annotations.NullMarked;
