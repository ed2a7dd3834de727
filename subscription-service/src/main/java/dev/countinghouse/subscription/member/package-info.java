/**
 * Who may act on a channel: people and programs by their subject, and API keys.
 *
 * <p>Invariants: a channel has an owner at all times; of an API key only the SHA-256 is stored, it
 * is shown once.
 */
@NullMarked
package dev.countinghouse.subscription.member;

import org.jspecify.annotations.NullMarked;
