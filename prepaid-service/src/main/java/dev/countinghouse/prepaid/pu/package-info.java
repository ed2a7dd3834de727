/**
 * A channel's points: the account, its lots and its journal (PU-1, PU-2).
 *
 * <p>The flow of every change: {@link dev.countinghouse.prepaid.pu.DecideOnAccount} locks the
 * account, loads what the commands need, lets {@code domain.Ledger} decide, and writes account,
 * lots, holds and journal in one statement. Any number of commands is one decision and one write,
 * so requests that arrive together can be committed together.
 *
 * <p>Invariants: the journal is immutable; every movement sums to zero; available is never
 * negative; balances rebuilt from the journal equal the stored ones.
 */
@NullMarked
package dev.countinghouse.prepaid.pu;

import org.jspecify.annotations.NullMarked;
