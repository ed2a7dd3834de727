package dev.countinghouse.localstack;

import java.io.PrintStream;

/** Where a start tells how far it is, one line at a time. */
@FunctionalInterface
public interface Progress {

  void say(String line);

  /** Lines on {@code stream}. */
  static Progress on(PrintStream stream) {
    return line -> stream.println("  " + line);
  }

  /** Tells nobody. */
  static Progress silent() {
    return line -> {};
  }
}
