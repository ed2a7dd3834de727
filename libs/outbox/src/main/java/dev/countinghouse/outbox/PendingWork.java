package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;

/**
 * Work of a channel that is under way outside the outbox, so that {@code GET
 * /internal/channels/{c}/progress} can count it; a CDI bean. Metering counts accepted usage that is
 * not yet applied.
 */
public interface PendingWork {
  /** How many pieces are under way; 0 when settled. */
  Uni<Long> count(String channel);
}
