package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where unpacked servers are kept for the next start. */
final class Caches {

  private Caches() {}

  /**
   * {@code XDG_CACHE_HOME} or {@code ~/.cache}; where no home can be written, the temporary one.
   */
  static Path directory() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home", "/nonexistent"), ".cache")
            : Path.of(xdg);
    try {
      return Files.createDirectories(base.resolve("countinghouse"));
    } catch (IOException e) {
      Path fallback = Path.of(System.getProperty("java.io.tmpdir"));
      return Directories.make(
          fallback.resolve("countinghouse-" + System.getProperty("user.name", "user")));
    }
  }

  /** A new empty directory in the cache, on the same file system as what it will become. */
  static Path temporary(String prefix) {
    try {
      return Files.createTempDirectory(directory(), "." + prefix);
    } catch (IOException e) {
      throw new StackException(
          "cannot write to the cache %s: %s".formatted(directory(), e.getMessage()), e);
    }
  }
}
