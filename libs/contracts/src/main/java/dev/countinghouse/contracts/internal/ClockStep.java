package dev.countinghouse.contracts.internal;

import java.time.Instant;

/**
 * The body of {@code PUT /internal/channels/{c}/clock} (set the service's copy of a test clock;
 * never backwards unless {@code rewind}) and of {@code POST /internal/channels/{c}/due-work} (run
 * what is due at or before {@code now}).
 *
 * @param rewind the first setting of a fresh sandbox channel may choose any instant (TIME-3)
 */
public record ClockStep(Instant now, boolean rewind) {}
