package dev.countinghouse.messaging.message;

import io.smallrye.mutiny.Uni;

/** Who delivers messages. */
interface Carrier {

  /**
   * Hands a message over. Repeated with the same id it must be delivered once.
   *
   * @param id the message's id, the carrier's own idempotency key
   */
  Uni<Void> submit(String id, String number, String text);
}
