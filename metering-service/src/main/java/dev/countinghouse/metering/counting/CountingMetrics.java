package dev.countinghouse.metering.counting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the counting shows: events counted, dead letters, failed batches, records still to count.
 */
@ApplicationScoped
public class CountingMetrics {

  private final Counter counted;
  private final Counter dead;
  private final Counter failures;
  private final AtomicLong lag;

  public CountingMetrics(MeterRegistry registry) {
    this.counted = registry.counter("countinghouse.usage.counted");
    this.dead = registry.counter("countinghouse.usage.dead.letters");
    this.failures = registry.counter("countinghouse.usage.batch.failures");
    this.lag = registry.gauge("countinghouse.usage.lag", new AtomicLong());
  }

  void counted(int events) {
    counted.increment(events);
  }

  void dead(int letters) {
    dead.increment(letters);
  }

  void failed() {
    failures.increment();
  }

  /** Records of this pod's partitions that are not yet counted. */
  void lag(long records) {
    lag.set(records);
  }
}
