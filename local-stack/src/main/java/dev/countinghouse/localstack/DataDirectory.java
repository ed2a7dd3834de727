package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The directory that {@code bin/up} keeps everything in. */
record DataDirectory(Path path) {

  private static final long NEEDED_BYTES = 512L * 1024 * 1024;

  /** Only what a stack itself makes: a mistyped directory must not lose anything else. */
  private static final List<String> OURS =
      List.of("postgres", "kafka", "redis", "logs", "secrets", "up.json");

  /** Drops the data of earlier starts; that of a running stack is a {@link StackException}. */
  void clear() {
    if (RunLock.isHeld(path)) {
      throw new StackException("the data directory " + path + " is in use by another stack");
    }
    OURS.forEach(name -> Directories.remove(path.resolve(name)));
  }

  /** A full disk shows as odd failures of PostgreSQL and Kafka; better said before. */
  void requireSpace() {
    Directories.make(path);
    try {
      long usable = Files.getFileStore(path).getUsableSpace();
      if (usable < NEEDED_BYTES) {
        throw new StackException(
            "only %d MB are free in %s; at least %d MB are needed"
                .formatted(usable >> 20, path, NEEDED_BYTES >> 20));
      }
    } catch (IOException e) {
      throw new StackException("cannot use %s: %s".formatted(path, e.getMessage()), e);
    }
  }
}
