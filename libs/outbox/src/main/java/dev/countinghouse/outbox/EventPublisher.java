package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a relay publishes to. */
interface EventPublisher {

  /**
   * Publishes rows that are ordered by key and sequence, and waits for the acknowledgements. It
   * never fails: what went wrong is in the answer.
   */
  Uni<Acknowledged> publish(List<OutboxRow> rows);

  /**
   * @param upTo by key, the sequence up to which every row is acknowledged; keys without any are
   *     absent
   * @param failure the first failure; null when everything is acknowledged
   */
  record Acknowledged(Map<String, Long> upTo, @Nullable Throwable failure) {}
}
