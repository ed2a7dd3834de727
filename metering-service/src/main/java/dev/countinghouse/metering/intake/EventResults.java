package dev.countinghouse.metering.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The answer of {@code POST /v1/events}: one result an event, in their order. */
@RegisterForReflection
public record EventResults(List<EventResult> results) {
  public EventResults {
    results = List.copyOf(results);
  }
}
