package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The relay's statements. */
final class OutboxTable {

  /**
   * Walks the index from key to key, however many rows each has, and tries each key's advisory
   * lock. The lock goes with the transaction, so a relay that dies lets go at once, and a business
   * transaction never waits for it: appending locks another thing, the row of {@code outbox_key}.
   */
  private static final String CLAIM =
      """
      with recursive walk as (
        (select key from outbox where key > $1 order by key limit 1)
        union all
        select (select o.key from outbox o where o.key > w.key order by o.key limit 1)
        from walk w where w.key is not null),
      candidate as materialized (select key from walk where key is not null limit $2)
      select key, pg_try_advisory_xact_lock(hashtextextended(key, 7308332045)) from candidate
      """;

  private static final String READ =
      """
      select r.key, r.sequence, r.id, r.type, r.data, r.occurred_at, r.traceparent
      from unnest($1::text[]) as claimed(key)
      cross join lateral (
        select * from outbox o where o.key = claimed.key order by o.sequence limit $2) r
      order by r.key, r.sequence
      limit $3
      """;

  private static final String REMOVE =
      """
      delete from outbox o using unnest($1::text[], $2::bigint[]) as acknowledged(key, sequence)
      where o.key = acknowledged.key and o.sequence <= acknowledged.sequence
      """;

  /**
   * @param mine keys that this transaction may relay until it ends
   * @param last the last key looked at, mine or another's; empty when none was found
   * @param isEnd whether no key lies behind {@code last}
   */
  record Claim(List<String> mine, String last, boolean isEnd) {}

  Uni<Claim> claim(SqlConnection connection, String after, int keys) {
    return connection
        .preparedQuery(CLAIM)
        .execute(Tuple.of(after, keys))
        .map(rows -> claim(rows, keys));
  }

  Uni<List<OutboxRow>> read(SqlConnection connection, List<String> keys, OutboxConfig.Relay limit) {
    return connection
        .preparedQuery(READ)
        .execute(Tuple.of(keys.toArray(String[]::new), limit.rowsPerKey(), limit.rowsPerRound()))
        .map(OutboxTable::rows);
  }

  /** Removes, for each key, the rows up to and including a sequence. */
  Uni<Integer> remove(SqlConnection connection, Map<String, Long> upTo) {
    String[] keys = upTo.keySet().toArray(String[]::new);
    Long[] sequences = upTo.values().toArray(Long[]::new);
    return connection
        .preparedQuery(REMOVE)
        .execute(Tuple.of(keys, sequences))
        .map(RowSet::rowCount);
  }

  private static Claim claim(RowSet<Row> rows, int keys) {
    List<String> mine = new ArrayList<>();
    String last = "";
    for (Row row : rows) {
      last = row.getString(0);
      if (row.getBoolean(1)) {
        mine.add(last);
      }
    }
    return new Claim(mine, last, rows.size() < keys);
  }

  private static List<OutboxRow> rows(RowSet<Row> rows) {
    List<OutboxRow> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(row(row)));
    return all;
  }

  private static OutboxRow row(Row row) {
    return new OutboxRow(
        row.getString(0),
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getOffsetDateTime(5).toInstant(),
        row.getString(6));
  }
}
