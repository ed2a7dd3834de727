package dev.countinghouse.metering.intake;

import dev.countinghouse.metering.domain.CountableEvent;
import org.jspecify.annotations.Nullable;

/** What intake decides of one event. */
sealed interface Verdict {

  /** Goes on the topic. */
  record Accepted(CountableEvent event) implements Verdict {}

  /** Is counted already, or accepted further up in the same request. */
  record Duplicate(CountableEvent event) implements Verdict {}

  record Rejected(@Nullable String id, String code, String field, String expected)
      implements Verdict {}

  default EventResult result() {
    return switch (this) {
      case Accepted a -> new EventResult(a.event().id(), EventResult.ACCEPTED, null, null, null);
      case Duplicate d -> new EventResult(d.event().id(), EventResult.DUPLICATE, null, null, null);
      case Rejected r ->
          new EventResult(r.id(), EventResult.REJECTED, r.code(), r.field(), r.expected());
    };
  }
}
