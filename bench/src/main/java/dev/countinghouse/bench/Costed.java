package dev.countinghouse.bench;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * A round and the processor time of what was measured: on a machine that is shared with others a
 * cost says more than a rate.
 */
record Costed(Result result, Duration used) {

  /** Runs a round; the time is that of the service and of PostgreSQL. */
  static Costed round(PrepaidStack stack, Callable<Result> round) throws Exception {
    Duration before = used(stack);
    Result result = round.call();
    return new Costed(result, used(stack).minus(before));
  }

  private static Duration used(PrepaidStack stack) {
    return CpuTime.of(stack.pid()).plus(CpuTime.of(stack.postgres().pid()));
  }

  double perSecond() {
    return result.perSecond();
  }

  double p50() {
    return result.millis(50);
  }

  double p99() {
    return result.millis(99);
  }

  /** Microseconds of processor time for each that was done. */
  double micros() {
    return used.toNanos() / 1e3 / result.count();
  }
}
