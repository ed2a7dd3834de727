package dev.countinghouse.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How much waits in the outbox and for how long, and how much the inbox has skipped. Every pod
 * reports the same figures, so take their maximum, not their sum.
 */
@ApplicationScoped
public class OutboxMetrics {

  private static final String COUNT =
      """
      select count(*), coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0)::float8,
        (select count(*) from inbox_skipped where settled is null)
      from outbox
      """;

  private final Pool pool;
  private final Counter relayed;
  private volatile long backlog;
  private volatile double oldestAgeSeconds;
  private volatile long skipped;

  public OutboxMetrics(Pool pool, MeterRegistry registry) {
    this.pool = pool;
    this.relayed =
        Counter.builder("countinghouse.outbox.relayed")
            .description("events that Kafka has acknowledged")
            .register(registry);
    Gauge.builder("countinghouse.outbox.backlog", () -> backlog)
        .description("events that wait for Kafka")
        .strongReference(true)
        .register(registry);
    Gauge.builder("countinghouse.outbox.oldest.age", () -> oldestAgeSeconds)
        .description("age of the event that has waited longest")
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
    Gauge.builder("countinghouse.inbox.skipped", () -> skipped)
        .description("events in the dead letters that are neither applied since nor forgiven")
        .strongReference(true)
        .register(registry);
  }

  void relayed(int events) {
    relayed.increment(events);
  }

  /** Counts anew. */
  Uni<Void> refresh() {
    return pool.query(COUNT).execute().invoke(this::take).replaceWithVoid();
  }

  private void take(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    backlog = row.getLong(0);
    oldestAgeSeconds = row.getDouble(1);
    skipped = row.getLong(2);
  }
}
