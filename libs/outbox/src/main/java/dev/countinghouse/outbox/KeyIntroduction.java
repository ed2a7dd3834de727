package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;

/**
 * Makes a key (the channel, where it is one) known to this service before an event of it is
 * applied, outside any transaction; an optional CDI bean.
 */
public interface KeyIntroduction {

  /**
   * Completes when the event's key is known, known not to exist, or about to be told by the event
   * itself; fails when that cannot be found out.
   */
  Uni<Void> introduce(IncomingEvent event);
}
