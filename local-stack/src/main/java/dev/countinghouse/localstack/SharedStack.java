package dev.countinghouse.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL, Kafka and Redis that all tests of a run share. The first JVM that asks starts
 * them, in a process of their own; they stop a few seconds after the last one has gone.
 */
public final class SharedStack {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int REDIS_DATABASES = RedisServer.DATABASES;
  private static final int NAME_LIMIT = 40;

  private static @Nullable SharedStack instance;

  private final StackAddress address;

  @SuppressWarnings("unused") // held, not used: it closes when this JVM ends
  private final Socket lease;

  private SharedStack(StackAddress address, Socket lease) {
    this.address = address;
    this.lease = lease;
  }

  /** The shared servers, started if no run has them up yet. */
  public static synchronized SharedStack obtain() {
    if (instance == null) {
      Path directory = RepositoryRoot.find().resolve("target").resolve("local-stack");
      instance = SharedStackLauncher.obtain(Directories.make(directory));
    }
    return instance;
  }

  /** A lease on the daemon at {@code address}; empty where it is not there any more. */
  static Optional<SharedStack> connect(StackAddress address) {
    Socket socket = null;
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), address.controlPort());
      socket.setSoTimeout(CONNECT_MILLIS);
      String greeting = address.secret() + "\n" + Run.process() + "\n";
      socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      if ("welcome".equals(reader.readLine())) {
        return Optional.of(new SharedStack(address, socket));
      }
      socket.close();
    } catch (IOException e) {
      closeQuietly(socket);
    }
    return Optional.empty();
  }

  private static void closeQuietly(@Nullable Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // nothing is lost with it
    }
  }

  /** Creates an empty database and tells its name, which begins with {@code hint}. */
  public String createDatabase(String hint) {
    String plain = hint.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String head = plain.substring(0, Math.min(NAME_LIMIT, plain.length()));
    String name = "%s_%08x".formatted(head, ThreadLocalRandom.current().nextInt());
    execute("create database \"%s\" template template0".formatted(name));
    return name;
  }

  /** Drops a database, with the connections that are still open on it. */
  public void dropDatabase(String name) {
    execute("drop database if exists \"%s\" with (force)".formatted(name));
  }

  private void execute(String sql) {
    try (Connection connection = PostgresServer.connect(address.postgresPort(), "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new StackException("the shared PostgreSQL refused: " + sql + ": " + e.getMessage(), e);
    }
  }

  /** {@code jdbc:postgresql://…} of a database. */
  public String jdbcUrl(String database) {
    return "jdbc:" + reactiveUrl(database);
  }

  /** {@code postgresql://…} of a database. */
  public String reactiveUrl(String database) {
    return "postgresql://127.0.0.1:%d/%s".formatted(address.postgresPort(), database);
  }

  /** The user of every database. */
  public String user() {
    return PostgresServer.USER;
  }

  public String password() {
    return PostgresServer.PASSWORD;
  }

  /** The Kafka bootstrap server. */
  public String bootstrap() {
    return "127.0.0.1:" + address.kafkaPort();
  }

  /** A Redis URL with a database number that hardly anybody else has. */
  public String redis() {
    int database = ThreadLocalRandom.current().nextInt(1, REDIS_DATABASES);
    return "redis://127.0.0.1:%d/%d".formatted(address.redisPort(), database);
  }
}
