package dev.countinghouse.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Making and removing directories. */
final class Directories {

  private Directories() {}

  static Path make(Path directory) {
    try {
      return Files.createDirectories(directory).toAbsolutePath();
    } catch (IOException e) {
      throw new StackException(
          "cannot create the directory " + directory + ": " + e.getMessage(), e);
    }
  }

  /** Removes {@code directory} with all in it; what vanishes meanwhile is fine. */
  static void remove(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      paths.sorted(Comparator.reverseOrder()).forEach(Directories::removeOne);
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof NoSuchFileException)) {
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
