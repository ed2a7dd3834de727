package dev.countinghouse.outbox;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Writes events in the business transaction (SYS-1). */
public interface Outbox {

  /**
   * Appends one event; it is on its way to Kafka once the transaction has committed.
   *
   * @return the event's sequence within its key
   */
  Uni<Long> append(Transaction transaction, OutgoingEvent event);

  /**
   * Appends many events, of any keys, in one statement; those of one key in the order given. The
   * keys' locks are taken in the keys' order, so that two such appends never wait for each other.
   */
  Uni<Void> appendAll(Transaction transaction, List<OutgoingEvent> events);
}
