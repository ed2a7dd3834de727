package dev.countinghouse.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** The processor time that programs have used; zero where nobody tells. */
final class CpuTime {

  private CpuTime() {}

  /** Of a program and its children. */
  static Duration of(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(CpuTime::of)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Of this program alone: what it started is its child. */
  static Duration own() {
    return of(ProcessHandle.current());
  }

  private static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
