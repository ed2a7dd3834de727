package dev.countinghouse.localstack;

import java.util.Optional;

/** The Maven run that this JVM is a part of, if it is one. */
final class Run {

  private Run() {}

  /**
   * The process id of the Maven that started this JVM, through any shells between them; 0: none.
   * The system property {@code countinghouse.run} names another process.
   */
  static long process() {
    Long named = Long.getLong("countinghouse.run");
    return named == null ? maven() : named;
  }

  private static long maven() {
    Optional<ProcessHandle> process = ProcessHandle.current().parent();
    while (process.isPresent()) {
      if (isMaven(process.get())) {
        return process.get().pid();
      }
      process = process.get().parent();
    }
    return 0;
  }

  private static boolean isMaven(ProcessHandle process) {
    String line = process.info().commandLine().orElse("");
    return line.contains("plexus.classworlds.launcher.Launcher") || line.contains("-Dmaven.home=");
  }
}
