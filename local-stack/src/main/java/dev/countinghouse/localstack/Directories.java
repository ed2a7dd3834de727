package dev.countinghouse.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** Making and removing directories. */
public final class Directories {

  private static final Duration REMOVAL_LIMIT = Duration.ofSeconds(20);

  private Directories() {}

  /** Creates {@code directory} unless it is there; the absolute path. */
  public static Path make(Path directory) {
    try {
      return Files.createDirectories(directory).toAbsolutePath();
    } catch (IOException e) {
      throw new StackException("cannot create the directory " + directory + why(e), e);
    }
  }

  /** The file system's exceptions tell the path by their message and the reason by their class. */
  private static String why(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied -> ": permission denied";
      case FileAlreadyExistsException there -> ": a file of that name is there";
      case FileSystemException other when other.getReason() != null -> ": " + other.getReason();
      default -> ": " + failure.getMessage();
    };
  }

  /**
   * Removes {@code directory} with all in it. A server that is just being killed may write there
   * for another moment, so it is tried again until nothing is left.
   */
  public static void remove(Path directory) {
    Waiting.until(
        "the removal of " + directory,
        REMOVAL_LIMIT,
        () -> !Files.exists(directory) || tryRemove(directory));
  }

  private static boolean tryRemove(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      paths.sorted(Comparator.reverseOrder()).forEach(Directories::removeOne);
      return true;
    } catch (UncheckedIOException e) {
      return retry(e.getCause() == null ? new IOException(e) : e.getCause(), directory);
    } catch (IOException e) {
      return retry(e, directory);
    }
  }

  private static boolean retry(IOException failure, Path directory) {
    if (failure instanceof NoSuchFileException || failure instanceof DirectoryNotEmptyException) {
      return false;
    }
    throw new StackException("cannot remove " + directory + ": " + failure.getMessage(), failure);
  }

  private static void removeOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
