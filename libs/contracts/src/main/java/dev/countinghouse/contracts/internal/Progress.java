package dev.countinghouse.contracts.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /internal/channels/{c}/progress} of every service: how far it has come with one
 * channel's events.
 *
 * @param emitted sequence of the last event the service wrote for the channel, 0 when none
 * @param consumed by source, the sequence of the last event of the channel it has come past:
 *     applied, or skipped
 * @param pending work that is under way outside the outbox (accepted usage not yet counted); 0 when
 *     settled
 * @param skipped by source, the sequence of the first event that went to the dead letters and has
 *     been neither applied since nor forgiven; nothing of a source without any
 */
public record Progress(
    long emitted, Map<String, Long> consumed, long pending, Map<String, Long> skipped) {

  /** A service of before the field was added says nothing of it. */
  public Progress(
      long emitted, Map<String, Long> consumed, long pending, @Nullable Map<String, Long> skipped) {
    this.emitted = emitted;
    this.consumed = Map.copyOf(consumed);
    this.pending = pending;
    this.skipped = skipped == null ? Map.of() : Map.copyOf(skipped);
  }

  /** Nothing is skipped. */
  public Progress(long emitted, Map<String, Long> consumed, long pending) {
    this(emitted, consumed, pending, Map.of());
  }
}
