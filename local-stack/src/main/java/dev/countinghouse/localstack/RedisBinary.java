package dev.countinghouse.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.core.ExecutableProvider;

/** Unpacks the Redis of the embedded-redis artifact. */
final class RedisBinary {

  private RedisBinary() {}

  /** The executable, unpacked into {@code directory}. */
  static Path unpacked(Path directory) {
    try {
      Directories.make(directory);
      File unpacked = ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
      Path executable = unpacked.toPath();
      if (!unpacked.setExecutable(true) && !Files.isExecutable(executable)) {
        throw new StackException("Redis cannot be made executable: " + executable);
      }
      return executable;
    } catch (IOException e) {
      throw new StackException("Redis could not be unpacked: " + e.getMessage(), e);
    }
  }
}
