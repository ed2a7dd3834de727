/**
 * prepaid-service: twelve-month lots, reservations and the PU ledger. A package a feature; {@code
 * domain} holds the rules and nothing else.
 *
 * <p>Invariants: a rule is decided in {@code domain} and only stored here; every path begins with
 * the channel, and so does every key.
 */
@NullMarked
package dev.countinghouse.prepaid;

import org.jspecify.annotations.NullMarked;
