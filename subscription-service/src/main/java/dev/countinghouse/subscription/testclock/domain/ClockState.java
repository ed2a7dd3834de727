package dev.countinghouse.subscription.testclock.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A test clock before it is set.
 *
 * @param now what it shows
 * @param target where it is going, or was going when it failed; null when it was never set
 * @param furthest the latest instant that any service's copy may show: beyond {@code now} when a
 *     step was interrupted
 * @param isFresh nothing has happened in the channel yet and the clock was never set
 */
public record ClockState(
    Instant now, ClockStatus status, @Nullable Instant target, Instant furthest, boolean isFresh) {}
