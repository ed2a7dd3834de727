/**
 * "Now" of a channel and the work that falls due (TIME-3). A live channel's now is the system's; a
 * sandbox channel's now is a row that only its test clock moves. Due work is rows with {@code
 * due_at}: for live channels any pod claims what is due ({@code for update skip locked}); for
 * sandbox channels it runs when the test clock gets there.
 *
 * <p>Invariants: no service reads the system's clock elsewhere; a sandbox channel's now never goes
 * back once something has happened in it; due work runs at least once, is removed only when it has
 * finished, and must be idempotent.
 */
@NullMarked
package dev.countinghouse.clock;

import org.jspecify.annotations.NullMarked;
