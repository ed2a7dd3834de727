/**
 * What a message costs and what may become of it (MSG-1…6): pure functions from a rate card, a
 * destination and a text to a decision. No framework here.
 *
 * <p>Invariants: a price is a whole number of tenths of a PU (MON-3); a text that cannot be priced
 * is a refusal that names why, before anything is held; a message reaches exactly one final status.
 */
@NullMarked
package dev.countinghouse.messaging.domain;

import org.jspecify.annotations.NullMarked;
