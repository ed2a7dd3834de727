/**
 * The monthly windows of lots in storage, and their close (PRE-2, PRE-3): at the local midnight
 * after a window's last day, a window that drew less than the minimum is deducted up to it.
 *
 * <p>One piece of due work a channel and day closes every window of the channel that ends then, in
 * pages, each a transaction of its own; a lot's {@code next_close} says how far it is, so a close
 * that was interrupted goes on where it stopped, and a window is closed once.
 *
 * <p>Invariants: what is left of a lot is its pool less what its windows deducted; whether a window
 * closes before or after its last usage is counted makes no difference.
 */
@NullMarked
package dev.countinghouse.prepaid.window;

import org.jspecify.annotations.NullMarked;
