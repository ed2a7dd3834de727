package dev.countinghouse.contracts.internal;

import java.util.Map;

/**
 * {@code GET /internal/channels/{c}/progress} of every service: how far it has come with one
 * channel's events.
 *
 * @param emitted sequence of the last event the service wrote for the channel, 0 when none
 * @param consumed by source, the sequence of the last event of the channel it has applied
 * @param pending work that is under way outside the outbox (accepted usage not yet counted); 0 when
 *     settled
 */
public record Progress(long emitted, Map<String, Long> consumed, long pending) {
  public Progress {
    consumed = Map.copyOf(consumed);
  }
}
