package dev.countinghouse.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that waits for Kafka.
 *
 * @param data JSON text
 * @param traceparent W3C trace context of the business transaction; null when none was recorded
 */
record OutboxRow(
    String key,
    long sequence,
    String id,
    String type,
    String data,
    Instant occurredAt,
    @Nullable String traceparent) {}
