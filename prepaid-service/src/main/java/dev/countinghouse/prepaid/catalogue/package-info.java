/**
 * What a channel may buy: its plan and its price book as of now, and what it has bought already.
 *
 * <p>Invariants: no price, group or limit stands in code (BOOK-1); what is bought counts lots,
 * reservations and orders that are being carried out, so that two orders cannot share the same room
 * (PRE-11).
 */
@NullMarked
package dev.countinghouse.prepaid.catalogue;

import org.jspecify.annotations.NullMarked;
