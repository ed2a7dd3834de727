/**
 * prepaid-service: twelve-month lots, reservations and the PU ledger. A package a feature; {@code
 * domain} holds the rules and nothing else.
 *
 * <p>Invariants: a rule is decided in {@code domain} and only stored here; what belongs to a
 * channel is found by its channel: every path and every key of it begins with the channel. Only
 * price books, which belong to none, and what operators see of all channels do not.
 */
@NullMarked
package dev.countinghouse.prepaid;

import org.jspecify.annotations.NullMarked;
