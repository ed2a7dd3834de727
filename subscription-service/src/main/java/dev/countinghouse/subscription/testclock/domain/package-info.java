/**
 * What a test clock decides (TIME-3): pure functions over records.
 *
 * <p>Invariants: a clock goes back only when nothing has happened yet; the next instant is never
 * behind a piece of work that is due before it; nothing moves while an event is under way.
 */
@NullMarked
package dev.countinghouse.subscription.testclock.domain;

import org.jspecify.annotations.NullMarked;
