package dev.countinghouse.metering.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Events received, by status and the reason of a rejection. */
@ApplicationScoped
public class IntakeMetrics {

  private static final String RECEIVED = "countinghouse.usage.events";

  private final MeterRegistry registry;

  public IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void received(List<EventResult> results) {
    Map<Tags, Long> counts =
        results.stream().collect(Collectors.groupingBy(this::tags, Collectors.counting()));
    counts.forEach((tags, count) -> registry.counter(RECEIVED, tags).increment(count));
  }

  private Tags tags(EventResult result) {
    String code = result.code();
    return Tags.of("status", result.status(), "code", code == null ? "none" : code);
  }
}
