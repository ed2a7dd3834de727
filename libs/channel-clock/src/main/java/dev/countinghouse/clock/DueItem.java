package dev.countinghouse.clock;

import java.time.Instant;

/**
 * A piece of due work that was claimed.
 *
 * @param dueAt when it fell due by the channel's clock: the instant its effects are dated, even
 *     when it runs later
 * @param attempt 1 the first time
 */
public record DueItem(String channel, String kind, String id, Instant dueAt, int attempt) {}
