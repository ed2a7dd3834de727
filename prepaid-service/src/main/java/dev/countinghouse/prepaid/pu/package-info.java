/**
 * A channel's points: the account, its lots and its journal (PU-1, PU-2).
 *
 * <p>Two ways lead to a change, and both let {@code domain.Ledger} decide and write account, lots,
 * holds and journal in one statement. {@link dev.countinghouse.prepaid.pu.DecideOnAccount} locks
 * the account and loads what the commands need, in the caller's transaction. {@link
 * dev.countinghouse.prepaid.pu.DecideTogether} gathers what arrives together on one account,
 * decides upon what it remembers of it, and writes it together with what is ready of other
 * accounts; an account that has changed meanwhile is decided again under its lock. Any number of
 * commands is one decision. {@link dev.countinghouse.prepaid.proof.RepairProjection} alone writes
 * balances otherwise, under the account's lock, from the journal.
 *
 * <p>Invariants: the journal is immutable; every movement sums to zero; available is never
 * negative; balances rebuilt from the journal equal the stored ones.
 */
@NullMarked
package dev.countinghouse.prepaid.pu;

import org.jspecify.annotations.NullMarked;
