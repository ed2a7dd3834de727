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

  private static final String OWN = "";

  /**
   * One statement, so one snapshot: what applying an event emitted is seen together with the event
   * being applied, never one without the other.
   */
  private static final String READ =
      """
      select '' as source, last_sequence from outbox_key where key = $1
      union all
      select source, last_sequence from inbox where key = $1
      """;

  private final Pool pool;
  private final List<PendingWork> pending;

  public ProgressTable(Pool pool, @All List<PendingWork> pending) {
    this.pool = pool;
    this.pending = pending;
  }

  /** Pending work is counted first: when it is 0, all it emitted is in what is read after it. */
  Uni<Progress> read(String key) {
    return countPending(key).chain(count -> sequences(key).map(found -> progress(found, count)));
  }

  /** The sequence of the last event this service wrote for the key; 0 when none. */
  public Uni<Long> emitted(String key) {
    return sequences(key).map(found -> found.getOrDefault(OWN, 0L));
  }

  /** By source, the last sequence applied, and under an empty name the last one emitted. */
  private Uni<Map<String, Long>> sequences(String key) {
    return execute(READ, Tuple.of(key)).map(ProgressTable::bySource);
  }

  private Uni<RowSet<Row>> execute(String sql, Tuple arguments) {
    return DatabaseAway.named(pool.preparedQuery(sql).execute(arguments));
  }

  private Uni<Long> countPending(String key) {
    Uni<Long> sum = Uni.createFrom().item(0L);
    for (PendingWork work : pending) {
      sum = sum.chain(before -> work.count(key).map(count -> before + count));
    }
    return sum;
  }

  private static Map<String, Long> bySource(RowSet<Row> rows) {
    Map<String, Long> found = new HashMap<>();
    rows.forEach(row -> found.put(row.getString(0), row.getLong(1)));
    return found;
  }

  private static Progress progress(Map<String, Long> found, long pending) {
    Map<String, Long> consumed = new HashMap<>(found);
    Long emitted = consumed.remove(OWN);
    return new Progress(emitted == null ? 0 : emitted, consumed, pending);
  }
}
