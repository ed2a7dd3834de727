package dev.countinghouse.localstack;

import java.util.List;

/** Flags of the JVMs that are started here: many on one small machine. */
final class Jvm {

  private Jvm() {}

  /** One collector thread, a bounded heap that grows only when needed, small stacks. */
  static List<String> flags(int heapMegabytes) {
    return List.of(
        "-XX:+UseSerialGC",
        "-Xms24m",
        "-Xmx" + heapMegabytes + "m",
        "-Xss512k",
        "-XX:+UseCompactObjectHeaders",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Duser.timezone=UTC",
        "--enable-native-access=ALL-UNNAMED");
  }
}
