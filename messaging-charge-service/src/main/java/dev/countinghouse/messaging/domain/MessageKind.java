package dev.countinghouse.messaging.domain;

import java.util.Locale;
import java.util.Optional;

/** What is sent. The kind that a text is charged as follows from its length (MSG-1). */
public enum MessageKind {
  SMS,
  LMS,
  INFO_TALK;

  /** As the API and the rate cards write it: {@code sms}, {@code lms}, {@code info-talk}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with that {@link #id()}. */
  public static Optional<MessageKind> of(String id) {
    for (MessageKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
