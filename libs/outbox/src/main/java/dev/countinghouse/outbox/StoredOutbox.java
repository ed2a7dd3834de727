package dev.countinghouse.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** The outbox in the service's own database. One round trip an event. */
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
            event.time().atOffset(ZoneOffset.UTC),
            TraceContext.traceparent(),
            !relay.isLooking())
        .map(StoredOutbox::sequence);
  }

  private static long sequence(java.util.List<Fields> rows) {
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
