/**
 * The rules of prepaid usage and of the PU ledger, pure: functions from state, commands and an
 * instant to a decision. No framework, no clock, no SQL.
 *
 * <p>The ledger: {@link dev.countinghouse.prepaid.domain.Ledger} takes what an account has ({@link
 * dev.countinghouse.prepaid.domain.AccountState}) and any number of commands, and returns an
 * outcome a command, the movements for the journal and the lots and holds that changed. Deciding
 * many commands at once is the same as deciding them one after another.
 *
 * <p>Invariants: every movement sums to zero; available is never negative; each hold ends exactly
 * once; same id and same content is the same answer; a draw takes promotional points first, then
 * the earliest-expiring.
 *
 * <p>The lots: {@link dev.countinghouse.prepaid.domain.LotTerm} says when a lot is valid, {@link
 * dev.countinghouse.prepaid.domain.PurchaseLimits} what may be bought, {@link
 * dev.countinghouse.prepaid.domain.Quote} what it costs.
 *
 * <p>The usage: {@link dev.countinghouse.prepaid.domain.Intake} sorts what was counted, {@link
 * dev.countinghouse.prepaid.domain.UsageDecision} decides what limit, allowance and lots make of
 * it, {@link dev.countinghouse.prepaid.domain.LotAccount} says what windows take, {@link
 * dev.countinghouse.prepaid.domain.Overage} what the rest costs. Much usage at once is decided as
 * if it had come one unit after another.
 */
@NullMarked
package dev.countinghouse.prepaid.domain;

import org.jspecify.annotations.NullMarked;
