package dev.countinghouse.localstack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Makes the ahead-of-time caches of the services that have none for their present build. */
final class StartCaches {

  private StartCaches() {}

  /** Runs the suite once in a directory of its own, where a cache is missing. */
  static void train(Path root, Progress progress) {
    boolean fresh =
        Arrays.stream(SuiteService.values())
            .allMatch(service -> ServiceProgram.of(service, root).cache().isFresh());
    if (fresh || "off".equals(System.getenv("COUNTINGHOUSE_START_CACHES"))) {
      return;
    }
    progress.say("making start-up caches, once a build (COUNTINGHOUSE_START_CACHES=off skips it)");
    Path directory = root.resolve("target").resolve("start-cache-training");
    Directories.remove(directory);
    Suite.Settings settings =
        new Suite.Settings(root, directory, false, 0, false, true, Map.of(), Progress.silent());
    try {
      Suite.start(settings).close();
    } finally {
      Directories.remove(directory);
    }
  }
}
