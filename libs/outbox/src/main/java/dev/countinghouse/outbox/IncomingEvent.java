package dev.countinghouse.outbox;

import java.time.Instant;

/**
 * An event as a handler sees it.
 *
 * @param source id of the service that emitted it ({@code ServiceName.id()})
 * @param key channel id, or what else the event is about
 * @param sequence within source and key
 * @param data the JSON text; read it with {@link #as}
 */
public record IncomingEvent(
    String id,
    String source,
    String type,
    String key,
    long sequence,
    Instant time,
    EventData data) {

  /**
   * The data as a record of {@code contracts.event}; unreadable data is a {@link PermanentFailure}.
   */
  public <T> T as(Class<T> type) {
    return data.as(type);
  }
}
