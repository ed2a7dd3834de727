package dev.countinghouse.outbox;

import dev.countinghouse.contracts.internal.Progress;
import dev.countinghouse.transaction.DatabaseAway;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far this service has come with a channel's events. */
@ApplicationScoped
public class ProgressTable {

  /**
   * One statement, so one snapshot: what applying an event emitted is seen together with the event
   * being applied, never one without the other.
   */
  private static final String READ =
      """
      select 'emitted', '', last_sequence from outbox_key where key = $1
      union all
      select 'consumed', source, last_sequence from inbox where key = $1
      union all
      select 'skipped', source, min(sequence) from inbox_skipped where key = $1 and settled is null group by source
      """;

  private final Pool pool;
  private final List<PendingWork> pending;

  public ProgressTable(Pool pool, @All List<PendingWork> pending) {
    this.pool = pool;
    this.pending = pending;
  }

  /** Pending work is counted first: when it is 0, all it emitted is in what is read after it. */
  Uni<Progress> read(String key) {
    return countPending(key).chain(count -> rows(key).map(rows -> progress(rows, count)));
  }

  /** The sequence of the last event this service wrote for the key; 0 when none. */
  public Uni<Long> emitted(String key) {
    return rows(key).map(ProgressTable::emitted);
  }

  private Uni<RowSet<Row>> rows(String key) {
    return DatabaseAway.named(pool.preparedQuery(READ).execute(Tuple.of(key)));
  }

  private Uni<Long> countPending(String key) {
    Uni<Long> sum = Uni.createFrom().item(0L);
    for (PendingWork work : pending) {
      sum = sum.chain(before -> work.count(key).map(count -> before + count));
    }
    return sum;
  }

  private static Progress progress(RowSet<Row> rows, long pending) {
    return new Progress(
        emitted(rows), bySource(rows, "consumed"), pending, bySource(rows, "skipped"));
  }

  private static long emitted(RowSet<Row> rows) {
    return bySource(rows, "emitted").getOrDefault("", 0L);
  }

  private static Map<String, Long> bySource(RowSet<Row> rows, String kind) {
    Map<String, Long> found = new HashMap<>();
    for (Row row : rows) {
      if (row.getString(0).equals(kind)) {
        found.put(row.getString(1), row.getLong(2));
      }
    }
    return found;
  }
}
