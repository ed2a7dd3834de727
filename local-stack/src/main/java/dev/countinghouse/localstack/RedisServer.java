package dev.countinghouse.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A Redis of this machine's own; it keeps nothing on disk, for Redis holds only what may be lost.
 */
public final class RedisServer implements AutoCloseable {

  /** Numbered databases, so that tests need not see each other. */
  static final int DATABASES = 10_000;

  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final Leash leash;
  private final int port;

  private RedisServer(Leash leash, int port) {
    this.leash = leash;
    this.port = port;
  }

  /**
   * Starts the server on {@code port}.
   *
   * @param executable {@link RedisBinary#unpacked}
   */
  public static RedisServer start(Path executable, Path directory, Path log, int port) {
    Path home = Directories.make(directory);
    List<String> line =
        List.of(
            executable.toString(),
            "--port",
            Integer.toString(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
            "--maxmemory",
            "64mb",
            "--maxmemory-policy",
            "allkeys-lru",
            "--databases",
            Integer.toString(DATABASES),
            "--daemonize",
            "no");
    Leash leash =
        Leash.start(new Leash.Command(line, Map.of(), home, log, "TERM", Duration.ofSeconds(5)));
    RedisServer server = new RedisServer(leash, port);
    Waiting.until("Redis", START_LIMIT, () -> server.isReady(log));
    return server;
  }

  /** Starts a server apart from the run's shared one, for a test that takes its Redis away. */
  public static RedisServer start(Path directory, int port) {
    return start(RedisBinary.unpacked(directory), directory, directory.resolve("redis.log"), port);
  }

  private boolean isReady(Path log) {
    if (!leash.isAlive()) {
      throw new StackException("Redis did not start; see " + log + Waiting.lastLine(log));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
    } catch (IOException e) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return leash.pid();
  }

  /** Completes when the server has ended, whatever ended it. */
  CompletableFuture<?> onExit() {
    return leash.onExit();
  }

  @Override
  public void close() {
    leash.close();
  }
}
