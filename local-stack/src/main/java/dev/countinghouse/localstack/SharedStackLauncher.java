package dev.countinghouse.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Finds the daemon of this checkout or starts it; a file lock lets one JVM do so at a time. */
final class SharedStackLauncher {

  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

  private final Path directory;
  private final Path stateFile;
  private final Path log;

  private SharedStackLauncher(Path directory) {
    this.directory = directory;
    this.stateFile = directory.resolve("stack.properties");
    this.log = directory.resolve("stack.log");
  }

  static SharedStack obtain(Path directory) {
    SharedStackLauncher launcher = new SharedStackLauncher(directory);
    Path lockFile = directory.resolve("stack.lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      if (!lock.isValid()) {
        throw new StackException("the lock on " + lockFile + " was lost");
      }
      return launcher.findOrStart();
    } catch (IOException e) {
      throw new StackException("cannot use " + lockFile + ": " + e.getMessage(), e);
    }
  }

  /** Two class loaders of one JVM may ask at once; the file system only tells JVMs apart. */
  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }

  private SharedStack findOrStart() throws IOException {
    Optional<SharedStack> running = StackAddress.read(stateFile).flatMap(SharedStack::connect);
    return running.isPresent() ? running.get() : start();
  }

  private SharedStack start() throws IOException {
    Files.deleteIfExists(stateFile);
    sweep();
    System.err.println("local-stack: starting PostgreSQL, Kafka and Redis for the tests");
    Process daemon = launch();
    LogTail tail = new LogTail(log, System.err);
    Waiting.until("the local stack", START_LIMIT, () -> isUp(daemon, tail));
    tail.copy();
    return StackAddress.read(stateFile)
        .flatMap(SharedStack::connect)
        .orElseThrow(() -> new StackException("the local stack went away again; see " + log));
  }

  private boolean isUp(Process daemon, LogTail tail) {
    tail.copy();
    if (Files.exists(stateFile)) {
      return true;
    }
    if (!daemon.isAlive()) {
      throw new StackException("the local stack did not start; see " + log + Waiting.lastLine(log));
    }
    return false;
  }

  /**
   * Removes what runs left whose daemon was killed; one that is just stopping has its lock still.
   */
  private void sweep() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> old =
          entries.filter(entry -> entry.getFileName().toString().startsWith("run-")).toList();
      old.stream().filter(run -> !RunLock.isHeld(run)).forEach(Directories::remove);
    }
  }

  private Process launch() throws IOException {
    Path run = directory.resolve("run-" + Long.toString(System.nanoTime(), 36));
    List<String> line = new ArrayList<>();
    if (Programs.has("setsid")) {
      line.add("setsid"); // the daemon serves others too: not in the group of the one that began it
    }
    line.add(Programs.java());
    line.addAll(Jvm.flags(96));
    line.addAll(Jvm.logging("org.slf4j.helpers.NOP_FallbackServiceProvider"));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", Classpath.joined()));
    line.addAll(List.of(SharedStackDaemon.class.getName(), run.toString(), stateFile.toString()));
    try (RandomAccessFile empty = new RandomAccessFile(log.toFile(), "rw")) {
      empty.setLength(0);
    }
    return new ProcessBuilder(line)
        .directory(directory.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
