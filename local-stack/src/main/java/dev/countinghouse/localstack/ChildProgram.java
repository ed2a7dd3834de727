package dev.countinghouse.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A main class of the present class path as a process of its own, on a leash. */
public final class ChildProgram implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final int HEAP_MEGABYTES = 256;

  private final String name;
  private final Path log;
  private final Leash leash;

  private ChildProgram(String name, Path log, Leash leash) {
    this.name = name;
    this.log = log;
    this.leash = leash;
  }

  /** Starts {@code main}; its output goes to a log in {@code directory}. */
  public static ChildProgram start(Class<?> main, Path directory, String... arguments) {
    List<String> line = new ArrayList<>(List.of(Programs.java()));
    line.addAll(Jvm.flags(HEAP_MEGABYTES));
    line.addAll(List.of("-cp", Classpath.joined(), main.getName()));
    line.addAll(List.of(arguments));
    Path log = directory.resolve("logs").resolve(main.getSimpleName() + ".log");
    Leash leash =
        Leash.start(
            new Leash.Command(line, Map.of(), directory, log, "TERM", Duration.ofSeconds(5)));
    return new ChildProgram(main.getSimpleName(), log, leash);
  }

  /** Waits until it listens on {@code port}. */
  public void awaitPort(int port) {
    Waiting.until(name, START_LIMIT, () -> listens(port));
  }

  private boolean listens(int port) {
    if (!leash.isAlive()) {
      throw new StackException(
          "%s did not start; see %s%s".formatted(name, log, Waiting.lastLine(log)));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    leash.close();
  }
}
