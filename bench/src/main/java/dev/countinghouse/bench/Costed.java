package dev.countinghouse.bench;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * A round and the processor time of what was measured: on a machine that is shared with others a
 * cost says more than a rate.
 *
 * @param load what this program used to ask and to check the answers
 */
record Costed(Result result, Duration service, Duration postgres, Duration load) {

  /** Runs a round. */
  static Costed round(PrepaidStack stack, Callable<Result> round) throws Exception {
    Duration service = CpuTime.of(stack.pid());
    Duration postgres = CpuTime.of(stack.postgres().pid());
    Duration load = CpuTime.own();
    Result result = round.call();
    return new Costed(
        result,
        CpuTime.of(stack.pid()).minus(service),
        CpuTime.of(stack.postgres().pid()).minus(postgres),
        CpuTime.own().minus(load));
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

  /** Microseconds of service and PostgreSQL together for each that was done. */
  double micros() {
    return serviceMicros() + postgresMicros();
  }

  double serviceMicros() {
    return micros(service);
  }

  double postgresMicros() {
    return micros(postgres);
  }

  double loadMicros() {
    return micros(load);
  }

  private double micros(Duration used) {
    return used.toNanos() / 1e3 / result.count();
  }
}
