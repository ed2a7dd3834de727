package dev.countinghouse.messaging.message;

import dev.countinghouse.messaging.domain.MessageStatus;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of messages. */
@ApplicationScoped
class MessageStore {

  private static final String INSERT =
      """
      insert into message (channel_id, message_id, kind, country, purpose, price_tenths, bytes,
        segments, status, number_fingerprint, text_fingerprint, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      on conflict do nothing
      """;
  private static final String OWNER =
      "insert into message_owner (message_id, channel_id) values ($1, $2) on conflict do nothing";
  private static final String BY_ID =
      "select " + Message.COLUMNS + " from message where channel_id = $1 and message_id = $2";
  private static final String PAGE =
      "select "
          + Message.COLUMNS
          + " from message where channel_id = $1 and ($2::text is null or message_id < $2)"
          + " order by message_id desc limit $3";
  private static final String MOVE =
      "update message set status = $3, settled_at = $4 where channel_id = $1 and message_id = $2";

  /** Records a message; a row with that id stays as it is. */
  Uni<Void> insert(
      Transaction transaction, Message message, String numberFingerprint, String textFingerprint) {
    return transaction
        .update(
            INSERT,
            message.channel(),
            message.id(),
            message.kind().id(),
            message.country(),
            message.purpose(),
            message.priceTenths(),
            message.bytes(),
            message.segments(),
            message.status().id(),
            numberFingerprint,
            textFingerprint,
            message.createdAt().atOffset(ZoneOffset.UTC))
        .chain(() -> transaction.update(OWNER, message.id(), message.channel()))
        .replaceWithVoid();
  }

  Uni<@Nullable Message> find(Transaction transaction, String channel, String id) {
    return transaction.selectFirst(BY_ID, channel, id).map(MessageStore::messageOrNull);
  }

  /** The row, locked until the transaction ends. */
  Uni<@Nullable Message> lock(Transaction transaction, String channel, String id) {
    return transaction
        .selectFirst(BY_ID + " for update", channel, id)
        .map(MessageStore::messageOrNull);
  }

  /** The channel of a message; null when there is no such message. */
  Uni<@Nullable String> channelOf(Transaction transaction, String id) {
    return transaction
        .selectFirst("select channel_id from message_owner where message_id = $1", id)
        .map(row -> row == null ? null : row.string(0));
  }

  /** Newest first. */
  Uni<List<Message>> page(
      Transaction transaction, String channel, @Nullable String before, int limit) {
    return transaction
        .select(PAGE, channel, before, limit)
        .map(rows -> rows.stream().map(Message::of).toList());
  }

  Uni<Void> move(
      Transaction transaction, Message message, MessageStatus status, @Nullable Instant settledAt) {
    return transaction
        .update(
            MOVE,
            message.channel(),
            message.id(),
            status.id(),
            settledAt == null ? null : settledAt.atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  private static @Nullable Message messageOrNull(@Nullable Fields row) {
    return row == null ? null : Message.of(row);
  }
}
