package dev.countinghouse.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What became of the events that came in. */
@ApplicationScoped
public class InboxMetrics {

  private final MeterRegistry registry;

  public InboxMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void applied(String source) {
    counter("countinghouse.inbox.applied", "events applied", source).increment();
  }

  void duplicate(String source) {
    counter("countinghouse.inbox.duplicates", "events that had been applied before", source)
        .increment();
  }

  void deadLettered(String source) {
    counter("countinghouse.inbox.dead.lettered", "events sent to a dead-letter topic", source)
        .increment();
  }

  void retried(String source) {
    counter("countinghouse.inbox.retries", "attempts after a failed one", source).increment();
  }

  void missing(String source, long events) {
    counter("countinghouse.inbox.missing", "events that never came", source).increment(events);
  }

  private Counter counter(String name, String description, String source) {
    return Counter.builder(name).description(description).tag("source", source).register(registry);
  }
}
