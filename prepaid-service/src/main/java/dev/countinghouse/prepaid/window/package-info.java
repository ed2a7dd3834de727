/**
 * The monthly windows of lots in storage, and their close (PRE-2, PRE-3): at the local midnight
 * after a window's last day, a window that drew less than the minimum is deducted up to it.
 *
 * <p>One piece of due work a channel and day closes every window of the channel that ends then, in
 * pages, each a transaction of its own; a lot's {@code next_close} says how far it is, so a close
 * that was interrupted goes on where it stopped, and a window is closed once.
 *
 * <p>Invariants: what is left of a lot is its pool less what its windows deducted; as long as no
 * later window of the lot has closed, whether a window closes before or after its last usage is
 * counted makes no difference. Once a later one has closed, its minimum is taken and is not given
 * back: M = 100, 100 left, nothing in July and August, so each takes 50; July's 100 that are
 * counted in September find July's own 50, and 50 are postpaid.
 *
 * <p>Locks, in their order: the channel's usage ({@link
 * dev.countinghouse.prepaid.window.LockUsage}), then lots. Whoever changes windows holds both.
 */
@NullMarked
package dev.countinghouse.prepaid.window;

import org.jspecify.annotations.NullMarked;
