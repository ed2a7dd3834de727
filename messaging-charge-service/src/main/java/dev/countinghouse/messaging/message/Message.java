package dev.countinghouse.messaging.message;

import dev.countinghouse.messaging.domain.MessageKind;
import dev.countinghouse.messaging.domain.MessageStatus;
import dev.countinghouse.transaction.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as it is stored: no number, no text (MSG-9). */
record Message(
    String channel,
    String id,
    MessageKind kind,
    String country,
    String purpose,
    long priceTenths,
    int bytes,
    int segments,
    MessageStatus status,
    Instant createdAt,
    @Nullable Instant settledAt) {

  static final String COLUMNS =
      "channel_id, message_id, kind, country, purpose, price_tenths, bytes, segments, status,"
          + " created_at, settled_at";

  static Message of(Fields row) {
    return new Message(
        row.string(0),
        row.string(1),
        MessageKind.of(row.string(2)).orElseThrow(),
        row.string(3),
        row.string(4),
        row.longValue(5),
        row.intValue(6),
        row.intValue(7),
        MessageStatus.of(row.string(8)),
        row.instant(9),
        row.instantOrNull(10));
  }

  MessageView view() {
    return new MessageView(
        id,
        status.id(),
        kind.id(),
        country,
        purpose,
        Units.text(priceTenths),
        segments,
        bytes,
        createdAt,
        settledAt);
  }

  Message with(MessageStatus next) {
    return new Message(
        channel,
        id,
        kind,
        country,
        purpose,
        priceTenths,
        bytes,
        segments,
        next,
        createdAt,
        settledAt);
  }
}
