package dev.countinghouse.metering.envelope;

import dev.countinghouse.metering.domain.UsageEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A CloudEvent, read. */
public sealed interface Envelope {

  String MALFORMED = "event.malformed";
  String UNKNOWN_TYPE = "event.unknown-type";

  /**
   * @param channel the subject; not yet known to exist
   */
  record Readable(String id, String source, String channel, Instant time, UsageEvent event)
      implements Envelope {}

  /**
   * @param id as far as it could be read
   * @param code {@link #MALFORMED} or {@link #UNKNOWN_TYPE}
   * @param field path of the field that is wrong
   * @param expected what would have been right
   */
  record Unreadable(@Nullable String id, String code, String field, String expected)
      implements Envelope {}
}
