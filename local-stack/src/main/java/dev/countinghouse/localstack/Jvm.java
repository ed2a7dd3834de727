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
        // Netty still uses it; the JDK warns on every start.
        "--sun-misc-unsafe-memory-access=allow",
        "-Dfile.encoding=UTF-8",
        "-Duser.timezone=UTC",
        "--enable-native-access=ALL-UNNAMED");
  }

  /** Which SLF4J provider a JVM of ours uses, without SLF4J saying so. */
  static List<String> logging(String provider) {
    return List.of("-Dslf4j.provider=" + provider, "-Dslf4j.internal.verbosity=WARN");
  }
}
