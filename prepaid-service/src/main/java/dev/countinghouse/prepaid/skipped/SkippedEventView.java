package dev.countinghouse.prepaid.skipped;

import dev.countinghouse.outbox.SkippedEvent;
import java.time.Instant;

/**
 * An event that was skipped, as JSON.
 *
 * @param source the service that told it
 * @param sequence its place among what the source told of the channel
 * @param reason why it could not be applied
 */
public record SkippedEventView(
    String source, long sequence, String type, Instant time, String reason, Instant skippedAt) {

  static SkippedEventView of(SkippedEvent event) {
    return new SkippedEventView(
        event.source(),
        event.sequence(),
        event.type(),
        event.time(),
        event.reason(),
        event.skippedAt());
  }
}
