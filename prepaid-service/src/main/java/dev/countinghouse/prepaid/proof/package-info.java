/**
 * Proof that the ledger is right, for operators: the trial balance over all channels, a check that
 * goes round by itself, and the repair of what is only a projection.
 *
 * <p>Flow: {@link dev.countinghouse.prepaid.proof.CheckLedger} compares a page of accounts at a
 * time with the journal and shows what differs as a metric; {@code bin/check-ledger} does the same
 * from outside by the trial balance; {@link dev.countinghouse.prepaid.proof.RepairProjection} makes
 * account and lots again from the journal. The journal is never touched.
 *
 * <p>Invariants: a comparison never locks an account; a repair changes nothing where nothing
 * differs; the sum over all accounts of the journal is zero.
 */
@NullMarked
package dev.countinghouse.prepaid.proof;

import org.jspecify.annotations.NullMarked;
