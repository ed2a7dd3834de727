package dev.countinghouse.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Looks, many times a second, how much memory the service holds. */
final class PeakMemory implements AutoCloseable {

  private static final long LOOK_MILLIS = 20;

  private final PrepaidStack stack;
  private final long before;
  private final AtomicLong peak;
  private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

  private PeakMemory(PrepaidStack stack) {
    this.stack = stack;
    this.before = stack.memory().residentKilobytes();
    this.peak = new AtomicLong(before);
  }

  static PeakMemory watch(PrepaidStack stack) {
    PeakMemory memory = new PeakMemory(stack);
    var unused =
        memory.looks.scheduleAtFixedRate(memory::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return memory;
  }

  private void look() {
    peak.accumulateAndGet(stack.memory().residentKilobytes(), Math::max);
  }

  /** Megabytes at the beginning. */
  double before() {
    return before / 1024.0;
  }

  /** The most megabytes since. */
  double peak() {
    return peak.get() / 1024.0;
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
