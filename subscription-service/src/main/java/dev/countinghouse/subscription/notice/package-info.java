/**
 * Notices to the people of a channel: stored, listed, marked as read (NOTE-1).
 *
 * <p>Invariant: each is sent once, whatever restarts: a kind and code has one notice a cause.
 */
@NullMarked
package dev.countinghouse.subscription.notice;

import org.jspecify.annotations.NullMarked;
