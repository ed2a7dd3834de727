/**
 * Channels: the tenants. Every other package's use case begins by locking the channel's row, so
 * that decisions about one channel are made one after another, and no channel waits for another.
 *
 * <p>Invariants: a channel's time zone, currency and sandbox never change; a channel's invoices are
 * counted on its row.
 */
@NullMarked
package dev.countinghouse.subscription.channel;

import org.jspecify.annotations.NullMarked;
