package dev.countinghouse.outbox;

/** The data of an event, not yet read. */
public interface EventData {

  /** Reads it; unreadable data is a {@link PermanentFailure}. */
  <T> T as(Class<T> type);

  /** As it came. */
  String json();
}
