/**
 * Counted usage against allowances, limits and lots (PRE-4, PRE-6, PRE-7, PRE-16), as it happens.
 *
 * <p>The flow: metering-service tells what it counted; {@link
 * dev.countinghouse.prepaid.usage.TakeUpUsage} sorts it by item, billing period and local day,
 * leaves waiting what cannot be decided yet, and has {@link
 * dev.countinghouse.prepaid.usage.DecideUsage} load, decide and store the rest. Billing periods are
 * known by subscription-service's events ({@link dev.countinghouse.prepaid.usage.FollowPeriods}).
 *
 * <p>What waits: usage after the end of the last period that is known, until an event tells what
 * follows; usage that lies ahead of a test clock, until the clock has passed its day; usage whose
 * price book has to be fetched. Whoever reads or closes takes up first what has become ripe.
 *
 * <p>What usage comes to of an allowance or a limit, 80 % and 100 % (NOTE-3), is kept in the same
 * transaction and told at once by {@link dev.countinghouse.prepaid.usage.TellThresholds}.
 *
 * <p>Invariants: a unit that was counted is let through, withheld or waiting, never lost and never
 * two of them; usage counts for its own day and its own period, however late it comes; a part of an
 * allowance or of a limit is told once a period.
 */
@NullMarked
package dev.countinghouse.prepaid.usage;

import org.jspecify.annotations.NullMarked;
