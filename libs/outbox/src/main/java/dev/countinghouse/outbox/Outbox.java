package dev.countinghouse.outbox;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;

/** Writes events in the business transaction (SYS-1). */
public interface Outbox {

  /**
   * Appends one event; it is on its way to Kafka once the transaction has committed.
   *
   * @return the event's sequence within its key
   */
  Uni<Long> append(Transaction transaction, OutgoingEvent event);
}
