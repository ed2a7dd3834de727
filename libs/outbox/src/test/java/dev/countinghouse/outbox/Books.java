package dev.countinghouse.outbox;

import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the tests write through the outbox and look up in the tables. */
@ApplicationScoped
public class Books {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Pool pool;
  private final Transactions transactions;
  private final Outbox outbox;

  public Books(Pool pool, Transactions transactions, Outbox outbox) {
    this.pool = pool;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  /** Appends that many events to a key in one transaction. */
  Uni<Long> append(String key, int events) {
    return transactions.run(
        transaction -> {
          Uni<Long> last = Uni.createFrom().item(0L);
          for (int number = 1; number <= events; number++) {
            OutgoingEvent event = event(key, number);
            last = last.chain(() -> outbox.append(transaction, event));
          }
          return last;
        });
  }

  Uni<Long> append(OutgoingEvent event) {
    return transactions.run(transaction -> outbox.append(transaction, event));
  }

  static OutgoingEvent event(String key, int number) {
    return event(key, Happening.TYPE, new Happening(number, 0));
  }

  static OutgoingEvent event(String key, String type, Happening happening) {
    return new OutgoingEvent(key, type, happening, Instant.parse("2024-03-05T00:00:00Z"));
  }

  /** Sequences of a key's effects, in the order in which they were written. */
  List<Long> effects(String key) {
    return numbers("select sequence from effect where key = $1 order by place", key);
  }

  /** The sequences of a key that wait for Kafka. */
  List<Long> waiting(String key) {
    return numbers("select sequence from outbox where key = $1 order by sequence", key);
  }

  /** The numbers that a key's waiting happenings carry, in their order. */
  List<Long> numbersSaid(String key) {
    return numbers(
        "select (data::jsonb ->> 'number')::bigint from outbox where key = $1 order by sequence",
        key);
  }

  long count(String sql) {
    return get(pool.query(sql).execute()).iterator().next().getLong(0);
  }

  void execute(String sql) {
    var unused = get(pool.query(sql).execute());
  }

  /** How far the inbox has come with a key of this service's own events. */
  long consumed(String key) {
    List<Long> found =
        numbers("select last_sequence from inbox where key = $1 and source = 'messaging'", key);
    return found.isEmpty() ? 0 : found.get(0);
  }

  static <T> T get(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }

  private List<Long> numbers(String sql, String key) {
    Iterable<Row> rows = get(pool.preparedQuery(sql).execute(Tuple.of(key)));
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getLong(0)).toList();
  }
}
