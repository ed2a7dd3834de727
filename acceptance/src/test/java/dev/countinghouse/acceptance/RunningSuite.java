package dev.countinghouse.acceptance;

import dev.countinghouse.localstack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One suite for all tests of this module; it ends with the JVM, however that ends. */
final class RunningSuite {

  private static final Suite SUITE = start();

  private RunningSuite() {}

  static Suite suite() {
    return SUITE;
  }

  /** The gateway, with callers of their own for each test class: {@code name} keeps them apart. */
  static Gateway gateway(String name) {
    return new Gateway(
        SUITE.gateway(),
        SUITE.token("owner-" + name),
        SUITE.token("other-" + name),
        SUITE.token("operator-" + name, "OPERATOR"),
        SUITE.token("carrier-" + name, "SERVICE"));
  }

  private static Suite start() {
    try {
      Path directory = Files.createTempDirectory(Path.of("target"), "suite");
      Suite suite = Suite.start(Suite.Settings.forTests(directory));
      Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
      return suite;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
