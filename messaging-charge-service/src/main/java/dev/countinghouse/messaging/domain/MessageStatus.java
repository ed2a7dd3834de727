package dev.countinghouse.messaging.domain;

import java.util.Locale;

/** Where a message is. The last four are final: nothing moves a message out of them (MSG-6). */
public enum MessageStatus {
  /** Recorded; its points are not held yet. */
  PENDING,
  /** Held and handed to the carrier; the delivery report is awaited. */
  SENT,
  DELIVERED,
  FAILED,
  EXCLUDED,
  /** Never sent: not enough points. */
  REFUSED;

  /** As the API writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isFinal() {
    return this != PENDING && this != SENT;
  }

  /** The status with that {@link #id()}; an unknown id is an {@link IllegalArgumentException}. */
  public static MessageStatus of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
