/**
 * What lots mean for a day, and what they gave: the range of a day (PRE-6) and the statement by
 * window of each lot and by billing period.
 *
 * <p>Invariants: reading changes nothing but takes up usage that has become ripe; in a statement
 * own + borrowed + minimum is what a window deducted, and allowance + drawn + postpaid + unbilled
 * is a period's total; every lot can be read, however many there are.
 */
@NullMarked
package dev.countinghouse.prepaid.statement;

import org.jspecify.annotations.NullMarked;
