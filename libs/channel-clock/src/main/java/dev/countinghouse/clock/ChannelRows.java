package dev.countinghouse.clock;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.transaction.DatabaseAway;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The SQL of {@code channel_clock}. */
@ApplicationScoped
class ChannelRows {

  private static final String COLUMNS =
      "select channel_id, time_zone, currency, country, sandbox, test_now from channel_clock";
  private static final String FIND = COLUMNS + " where channel_id = $1";

  // The lock keeps the test clock still until whoever has read it commits: what was decided at an
  // instant is in the books before the clock leaves that instant.
  private static final String FIND_AND_HOLD = FIND + " for share";

  private static final String REGISTER =
      """
      insert into channel_clock (channel_id, time_zone, currency, country, sandbox, test_now)
      values ($1, $2, $3, $4, $5, $6) on conflict (channel_id) do nothing""";
  private static final String MOVE =
      """
      update channel_clock set test_now = $2
      where channel_id = $1 and sandbox and ($3 or test_now <= $2)""";

  private final Pool pool;

  ChannelRows(Pool pool) {
    this.pool = pool;
  }

  Uni<@Nullable KnownChannel> find(String channel) {
    return execute(FIND, Tuple.of(channel)).map(ChannelRows::first);
  }

  Uni<@Nullable KnownChannel> find(Transaction transaction, String channel) {
    return transaction
        .selectFirst(FIND_AND_HOLD, channel)
        .map(fields -> fields == null ? null : known(fields));
  }

  Uni<Void> register(ChannelView channel) {
    return execute(REGISTER, Tuple.from(arguments(channel))).replaceWithVoid();
  }

  Uni<Void> register(Transaction transaction, ChannelView channel) {
    return transaction.update(REGISTER, arguments(channel)).replaceWithVoid();
  }

  /** Sets a test clock; false when that would be backwards and is not a rewind. */
  Uni<Boolean> move(String channel, Instant now, boolean rewind) {
    return execute(MOVE, Tuple.of(channel, timestamp(now), rewind))
        .map(rows -> rows.rowCount() == 1);
  }

  private Uni<RowSet<Row>> execute(String sql, Tuple arguments) {
    return DatabaseAway.named(pool.preparedQuery(sql).execute(arguments));
  }

  static OffsetDateTime timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Object[] arguments(ChannelView channel) {
    Instant testNow = channel.sandbox() ? channel.testClockNow() : null;
    return new @Nullable Object[] {
      channel.id(),
      channel.timeZone(),
      channel.currency(),
      channel.country(),
      channel.sandbox(),
      testNow == null ? null : timestamp(testNow)
    };
  }

  private static @Nullable KnownChannel first(RowSet<Row> rows) {
    Iterator<Row> all = rows.iterator();
    return all.hasNext() ? known(all.next()) : null;
  }

  private static KnownChannel known(Row row) {
    OffsetDateTime testNow = row.getOffsetDateTime(5);
    return new KnownChannel(
        row.getString(0),
        ZoneId.of(row.getString(1)),
        row.getString(2),
        row.getString(3),
        testNow == null ? null : testNow.toInstant());
  }

  private static KnownChannel known(Fields fields) {
    return new KnownChannel(
        fields.string(0),
        ZoneId.of(fields.string(1)),
        fields.string(2),
        fields.string(3),
        fields.instantOrNull(5));
  }
}
