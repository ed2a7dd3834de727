package dev.countinghouse.outbox;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * Applies events of some types; a CDI bean ({@code @ApplicationScoped}). It is called at most once
 * with effect for an event: the inbox row commits with whatever it writes through {@code
 * transaction}. SQL only; what needs a call to another service becomes due work.
 */
public interface InboxHandler {

  /** The CloudEvents types it applies. */
  Set<String> types();

  /** Applies one event; a failure is retried a bounded number of times, then dead-lettered. */
  Uni<Void> handle(Transaction transaction, IncomingEvent event);
}
