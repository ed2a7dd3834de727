package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;

/**
 * Lets a command wait, for a short bounded time, until another service has applied its events: read
 * your own writes.
 */
public interface Consumption {

  /**
   * Waits until {@code service} has applied this service's events of {@code key} up to what is
   * committed now, at most the configured time. It never fails: an answer that comes too late is
   * only a later one.
   *
   * @param service {@code ServiceName.id()} of the consumer
   */
  Uni<Void> await(String service, String key);
}
