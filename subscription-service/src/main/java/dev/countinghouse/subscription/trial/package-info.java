/**
 * Trials (TRI-1, 2, 4): started once a channel, ended by {@code closing}.
 *
 * <p>Invariant: a channel has one trial, ever; the row's primary key holds it, the channel's lock
 * makes the refusal orderly.
 */
@NullMarked
package dev.countinghouse.subscription.trial;

import org.jspecify.annotations.NullMarked;
