/**
 * Channels: the tenants. Every other package's use case begins by locking the channel's row, so
 * that decisions about one channel are made one after another, and no channel waits for another.
 *
 * <p>Invariants: a channel's time zone, currency and sandbox never change; the version of its price
 * book is the one that was in force when it was created (BOOK-1); a channel is created with its
 * owner, its clock and its event, or not at all.
 */
@NullMarked
package dev.countinghouse.subscription.channel;

import org.jspecify.annotations.NullMarked;
