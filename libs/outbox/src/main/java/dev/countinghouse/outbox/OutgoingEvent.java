package dev.countinghouse.outbox;

import java.time.Instant;

/**
 * An event to append.
 *
 * @param key channel id, or what else the event is about; order is kept per key
 * @param type CloudEvents type
 * @param data a record of {@code contracts.event}, serialized with the application's ObjectMapper
 * @param time when it happened, by the channel's clock
 */
public record OutgoingEvent(String key, String type, Object data, Instant time) {}
