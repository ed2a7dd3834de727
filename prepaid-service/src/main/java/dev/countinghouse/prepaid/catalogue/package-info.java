/**
 * What a channel may buy: its plan and its price book as of now, and what it has bought already.
 *
 * <p>Invariants: whatever a price book sells can be bought, by its groups, limits and prices, of
 * which none stands in code (BOOK-1; PRE-10's greatest amount alone is the rules' own); what is
 * bought counts lots, reservations and orders that are being carried out, so that two orders cannot
 * share the same room (PRE-11).
 */
@NullMarked
package dev.countinghouse.prepaid.catalogue;

import org.jspecify.annotations.NullMarked;
