/**
 * Proof that the ledger is right, for operators: the trial balance over all channels, a check that
 * goes round by itself, and the repair of what is only a projection.
 *
 * <p>Flow: {@link dev.countinghouse.prepaid.proof.CheckLedger} compares a page of channels at a
 * time with the journal and shows what differs as a metric; {@code bin/check-ledger} does the same
 * from outside by the trial balance; {@link dev.countinghouse.prepaid.proof.RepairProjection} makes
 * account and lots again from the journal, also those whose rows are missing. The journal is never
 * touched.
 *
 * <p>One thing of a lot the journal does not say: when it ends. That is told by what the lot came
 * from, the purchase or the trial ({@link dev.countinghouse.prepaid.proof.RestoreLots}), so a lot
 * that is inserted anew ends when it would have. An account that is inserted anew takes its
 * auto-recharge mark and its next sweep of holds from their own tables.
 *
 * <p>Invariants: a comparison never locks an account; a repair changes nothing where nothing
 * differs; the sum over all accounts of the journal is zero; a missing row is a difference.
 */
@NullMarked
package dev.countinghouse.prepaid.proof;

import org.jspecify.annotations.NullMarked;
