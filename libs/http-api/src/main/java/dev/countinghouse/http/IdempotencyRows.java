package dev.countinghouse.http;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency}. */
final class IdempotencyRows {

  private static final String CLAIM =
      """
      insert into idempotency (scope, key, request_hash, resource_id) values ($1, $2, $3, $4)
      on conflict do nothing""";

  private static final String READ =
      """
      select request_hash, resource_id, status, location, content_type, body
      from idempotency where scope = $1 and key = $2""";

  private static final String ANSWER =
      """
      update idempotency set status = $3, location = $4, content_type = $5, body = $6
      where scope = $1 and key = $2 and status is null""";

  private static final String PURGE =
      """
      delete from idempotency where (scope, key) in (
        select scope, key from idempotency
        where created_at < now() - make_interval(secs => $1)
        order by created_at limit $2 for update skip locked)""";

  private IdempotencyRows() {}

  /** True for the first; a concurrent one waits here for the first's commit or rollback. */
  static Uni<Boolean> claim(Transaction tx, CommandRequest request, @Nullable String resourceId) {
    return tx.update(CLAIM, request.scope(), request.key(), request.hash(), resourceId)
        .map(rows -> rows == 1);
  }

  static Uni<Row> read(Transaction tx, CommandRequest request) {
    return tx.selectFirst(READ, request.scope(), request.key())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("an idempotency key vanished while it was read"))
        .map(IdempotencyRows::row);
  }

  /** True when the answer was stored, false when another one was there before. */
  static Uni<Boolean> answer(Transaction tx, CommandRequest request, StoredAnswer answer) {
    return tx.update(
            ANSWER,
            request.scope(),
            request.key(),
            answer.status(),
            answer.location(),
            answer.contentType(),
            answer.body())
        .map(rows -> rows == 1);
  }

  /** How many rows older than {@code age} went. */
  static Uni<Integer> purge(Transaction tx, Duration age, int atMost) {
    return tx.update(PURGE, (double) age.toSeconds(), atMost);
  }

  private static Row row(Fields fields) {
    StoredAnswer answer =
        fields.valueOrNull(2) == null
            ? null
            : new StoredAnswer(
                fields.intValue(2),
                fields.stringOrNull(3),
                fields.stringOrNull(4),
                fields.stringOrNull(5));
    return new Row(fields.string(0), fields.stringOrNull(1), answer);
  }

  /**
   * @param answer null while a resumable command has not answered
   */
  record Row(String hash, @Nullable String resourceId, @Nullable StoredAnswer answer) {}
}
