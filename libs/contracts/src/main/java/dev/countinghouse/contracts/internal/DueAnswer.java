package dev.countinghouse.contracts.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /internal/channels/{c}/due} of every service: when its next work of that channel falls
 * due; null when it has none.
 */
public record DueAnswer(@Nullable Instant next) {}
