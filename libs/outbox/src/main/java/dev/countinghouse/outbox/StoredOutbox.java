package dev.countinghouse.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The outbox in the service's own database. One round trip an event, or for all of many. */
@ApplicationScoped
public class StoredOutbox implements Outbox {

  private static final String ID_PREFIX = "evt";

  /**
   * The upsert takes the key's row lock and keeps it until the transaction ends: whoever appends to
   * the same key meanwhile waits, so sequences become visible in order and without a gap. The
   * notification is delivered at commit, and not at all after a rollback; it is left out while this
   * pod's relay looks by itself.
   */
  private static final String APPEND =
      """
      with numbered as (
        insert into outbox_key as k (key, last_sequence) values ($1, 1)
        on conflict (key) do update set last_sequence = k.last_sequence + 1
        returning last_sequence),
      written as (
        insert into outbox (key, sequence, id, type, data, occurred_at, traceparent)
        select $1, last_sequence, $2, $3, $4, $5, $6 from numbered
        returning sequence)
      select sequence, case when $7 then pg_notify('outbox', '')::text end from written
      """;

  private static final String APPEND_ALL =
      """
      with given as (
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
          with ordinality as t (key, id, type, data, occurred_at, place)),
      numbered as (
        insert into outbox_key as k (key, last_sequence)
        select key, count(*) from given group by key order by key collate "C"
        on conflict (key) do update set last_sequence = k.last_sequence + excluded.last_sequence
        returning key, last_sequence),
      written as (
        insert into outbox (key, sequence, id, type, data, occurred_at, traceparent)
        select key,
               last_sequence + 1 - row_number() over (partition by key order by place desc),
               id, type, data, occurred_at, $6
        from given join numbered using (key)
        returning sequence)
      select count(*), case when $7 then pg_notify('outbox', '')::text end from written
      """;

  private final ObjectMapper json;
  private final OutboxConfig config;
  private final RelayLifecycle relay;

  public StoredOutbox(ObjectMapper json, OutboxConfig config, RelayLifecycle relay) {
    this.json = json;
    this.config = config;
    this.relay = relay;
  }

  @Override
  public Uni<Long> append(Transaction transaction, OutgoingEvent event) {
    return transaction
        .select(
            APPEND,
            event.key(),
            Ids.create(ID_PREFIX),
            event.type(),
            data(event),
            occurredAt(event),
            TraceContext.traceparent(),
            !relay.isLooking())
        .map(StoredOutbox::sequence);
  }

  @Override
  public Uni<Void> appendAll(Transaction transaction, List<OutgoingEvent> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .select(
            APPEND_ALL,
            events.stream().map(OutgoingEvent::key).toArray(String[]::new),
            events.stream().map(event -> Ids.create(ID_PREFIX)).toArray(String[]::new),
            events.stream().map(OutgoingEvent::type).toArray(String[]::new),
            events.stream().map(this::data).toArray(String[]::new),
            events.stream().map(StoredOutbox::occurredAt).toArray(OffsetDateTime[]::new),
            TraceContext.traceparent(),
            !relay.isLooking())
        .replaceWithVoid();
  }

  private static OffsetDateTime occurredAt(OutgoingEvent event) {
    return event.time().atOffset(ZoneOffset.UTC);
  }

  private static long sequence(List<Fields> rows) {
    return rows.get(0).longValue(0);
  }

  private String data(OutgoingEvent event) {
    String text = write(event);
    if (text.length() > config.maxDataCharacters()) {
      throw new IllegalArgumentException(
          "data of %s has %d characters, at most %d are relayed"
              .formatted(event.type(), text.length(), config.maxDataCharacters()));
    }
    return text;
  }

  private String write(OutgoingEvent event) {
    try {
      return json.writeValueAsString(event.data());
    } catch (JsonProcessingException cause) {
      throw new IllegalArgumentException("data of " + event.type() + " is not JSON", cause);
    }
  }
}
