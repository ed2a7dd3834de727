package dev.countinghouse.metering.counting;

import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.Fingerprint;
import dev.countinghouse.metering.domain.Repeats.Name;
import dev.countinghouse.metering.domain.UsageEvent;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The memory of every event that was counted (MAU-7), in bulk. */
@ApplicationScoped
public class CountedEvents {

  private final Transactions transactions;

  public CountedEvents(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Those of the events that are counted already, with their content. */
  public Uni<Map<Name, Long>> known(List<CountableEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return transactions.run(tx -> select(tx, events)).map(CountedEvents::contents);
  }

  /**
   * Remembers the events. Fails when one was counted since {@link #known} was asked (the topic was
   * made anew and is counted under its old and its new id at once): figures are added to, so the
   * batch must be read again without it.
   */
  Uni<Integer> remember(Transaction transaction, List<CountableEvent> events) {
    return insert(transaction, events).invoke(rows -> requireAll(rows, events.size()));
  }

  private static void requireAll(int rows, int events) {
    if (rows != events) {
      throw new IllegalStateException((events - rows) + " events were counted meanwhile");
    }
  }

  private static Uni<Integer> insert(Transaction transaction, List<CountableEvent> events) {
    List<Fingerprint> fingerprints = events.stream().map(CountableEvent::fingerprint).toList();
    return transaction.update(
        """
        insert into usage_event
          (channel_id, event_key, day, content_hash, type, occurred_at, data)
        select e.channel_id, e.event_key, e.day, e.content_hash, e.type, e.occurred_at, e.data::jsonb
        from unnest($1::text[], $2::uuid[], $3::date[], $4::bigint[], $5::text[],
                    $6::timestamptz[], $7::text[])
          as e (channel_id, event_key, day, content_hash, type, occurred_at, data)
        on conflict do nothing
        """,
        events.stream().map(CountableEvent::channel).toArray(String[]::new),
        fingerprints.stream().map(Fingerprint::key).toArray(UUID[]::new),
        events.stream().map(CountableEvent::day).toArray(LocalDate[]::new),
        fingerprints.stream().map(Fingerprint::content).toArray(Long[]::new),
        events.stream().map(e -> e.event().type()).toArray(String[]::new),
        events.stream().map(CountedEvents::occurredAt).toArray(OffsetDateTime[]::new),
        events.stream().map(CountedEvents::journal).toArray(String[]::new));
  }

  /** Null where the user's active day says everything. */
  private static @Nullable String journal(CountableEvent event) {
    UsageEvent said = event.event();
    return said instanceof UsageEvent.UserActive || said instanceof UsageEvent.UserImported
        ? null
        : new JsonObject(new HashMap<String, Object>(said.data())).encode();
  }

  private static OffsetDateTime occurredAt(CountableEvent event) {
    return event.time().atOffset(ZoneOffset.UTC);
  }

  private static Uni<List<Fields>> select(Transaction transaction, List<CountableEvent> events) {
    return transaction.select(
        """
        select e.channel_id, e.event_key, e.content_hash
        from (select distinct * from unnest($1::text[], $2::uuid[])) as n (channel_id, event_key)
        join usage_event e on e.channel_id = n.channel_id and e.event_key = n.event_key
        """,
        events.stream().map(CountableEvent::channel).toArray(String[]::new),
        events.stream().map(e -> e.fingerprint().key()).toArray(UUID[]::new));
  }

  private static Map<Name, Long> contents(List<Fields> rows) {
    Map<Name, Long> contents = new HashMap<>();
    rows.forEach(row -> contents.put(new Name(row.string(0), row.uuid(1)), row.longValue(2)));
    return contents;
  }
}
