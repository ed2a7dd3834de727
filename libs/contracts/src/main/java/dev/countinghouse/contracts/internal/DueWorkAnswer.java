package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /internal/channels/{c}/due-work} did.
 *
 * @param ran how many pieces of work were finished
 * @param failure the kind and reason of the first that failed and stays due; null when none
 */
public record DueWorkAnswer(int ran, @Nullable String failure) {}
