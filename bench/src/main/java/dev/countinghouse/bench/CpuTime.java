package dev.countinghouse.bench;

import java.time.Duration;
import java.util.stream.Stream;

/** The processor time that a program and its children have used; zero where nobody tells. */
final class CpuTime {

  private CpuTime() {}

  static Duration of(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
