package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Marks a data directory as in use for as long as this JVM lives; the kernel takes the mark away
 * from a JVM that was killed.
 */
final class RunLock implements AutoCloseable {

  private static final String NAME = "in-use.lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the directory; one that another JVM uses is a {@link StackException}. */
  static RunLock take(Path directory) {
    Path file = Directories.make(directory).resolve(NAME);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new StackException("the data directory " + directory + " is in use by another stack");
      }
      return new RunLock(channel);
    } catch (IOException e) {
      throw new StackException("cannot write to " + directory + ": " + e.getMessage(), e);
    }
  }

  /** Whether a JVM uses the directory now. */
  static boolean isHeld(Path directory) {
    try (FileChannel channel = FileChannel.open(directory.resolve(NAME), StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock()) {
      return lock == null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // the lock goes with this JVM at the latest
    }
  }
}
