package dev.countinghouse.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far behind the due work is.
 *
 * @param due pieces that any pod may take now
 * @param oldest since when the first of all waits, in the past or in the future; null when none
 * @param failed pieces whose last run failed
 */
record Backlog(long due, @Nullable Instant oldest, long failed) {}
