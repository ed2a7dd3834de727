package dev.countinghouse.outbox;

import java.time.Instant;

/**
 * An event that went to the dead letters and that nothing has settled.
 *
 * @param source id of the service that emitted it
 * @param sequence within source and key
 * @param time when it happened
 * @param reason why it could not be applied
 * @param skippedAt when it was given up
 */
public record SkippedEvent(
    String source, long sequence, String type, Instant time, String reason, Instant skippedAt) {}
