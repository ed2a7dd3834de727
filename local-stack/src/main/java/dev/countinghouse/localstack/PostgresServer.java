package dev.countinghouse.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL 18 of this machine's own; the data lies in the directory it is given. */
public final class PostgresServer implements AutoCloseable {

  public static final String USER = "postgres";
  public static final String PASSWORD = "postgres";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Launch launch;
  private final int port;
  private volatile Leash leash;

  private PostgresServer(Launch launch, int port) {
    this.launch = launch;
    this.port = port;
    this.leash = launch.begin();
  }

  /** How this server is started, the first time and after a crash. */
  private record Launch(List<String> line, Path directory, Path data, Path log, String signal) {

    Leash begin() {
      removeStalePid(data);
      return leash(line, directory, log, signal);
    }
  }

  /**
   * Starts the server on {@code port} over {@code directory}, which is initialised when it is
   * empty. {@code durable}: commits wait for the disk, as in production; without it they do not,
   * and a power cut loses the data, which is right for tests only.
   *
   * @param binaries {@link PostgresBinaries#unpacked()}
   */
  public static PostgresServer start(
      Path binaries, Path directory, Path log, int port, boolean durable) {
    Path bin = binaries.resolve("bin");
    Path data = Directories.make(directory).resolve("data");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(bin, data, log);
    }
    List<String> line = new ArrayList<>();
    line.add(bin.resolve("postgres").toString());
    line.addAll(List.of("-D", data.toString()));
    settings(port, durable)
        .forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
    Launch launch = new Launch(line, directory, data, log, durable ? "INT" : "QUIT");
    PostgresServer server = new PostgresServer(launch, port);
    server.awaitReady(log);
    return server;
  }

  /**
   * {@code kill -9} of the server and of every process it forked, as a crash would be; returns when
   * all are gone. {@link #restart} starts it again.
   */
  public void kill() {
    List<ProcessHandle> backends =
        ProcessHandle.of(leash.pid()).stream().flatMap(ProcessHandle::descendants).toList();
    leash.kill();
    backends.forEach(ProcessHandle::destroyForcibly);
    backends.forEach(backend -> backend.onExit().join());
  }

  /**
   * Starts a server that is gone again, on the port and the data it had; it recovers by its log.
   */
  public void restart() {
    leash.close();
    leash = launch.begin();
    awaitReady(launch.log());
  }

  private static Map<String, String> settings(int port, boolean durable) {
    String on = durable ? "on" : "off";
    return Map.ofEntries(
        Map.entry("port", Integer.toString(port)),
        Map.entry("listen_addresses", "127.0.0.1"),
        // A socket file's path has a limit of about 100 bytes; a checkout's may be longer.
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", "200"),
        Map.entry("shared_buffers", "64MB"),
        Map.entry("fsync", on),
        Map.entry("synchronous_commit", on),
        Map.entry("full_page_writes", on),
        Map.entry("max_wal_size", "512MB"),
        Map.entry("jit", "off"),
        Map.entry("timezone", "UTC"),
        Map.entry("log_timezone", "UTC"));
  }

  /** Done beside and moved in place, so that a start killed half-way leaves nothing half-done. */
  private static void initialise(Path bin, Path data, Path log) {
    Path fresh = data.resolveSibling("initialising");
    Directories.remove(fresh);
    Leash initdb =
        leash(
            List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"),
            data.resolveSibling("."),
            log,
            "KILL");
    initdb.onExit().join();
    try {
      Files.move(fresh, data);
    } catch (IOException e) {
      throw new StackException("PostgreSQL's initdb failed; see " + log, e);
    }
  }

  /** A killed server leaves its pid file; its number may by now be another program's. */
  private static void removeStalePid(Path data) {
    Path file = data.resolve("postmaster.pid");
    try {
      if (Files.exists(file) && !isPostgres(Files.readAllLines(file).getFirst())) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new StackException("cannot read " + file, e);
    }
  }

  private static boolean isPostgres(String pid) {
    return ProcessHandle.of(Long.parseLong(pid.strip()))
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("/postgres"))
        .isPresent();
  }

  private static Leash leash(List<String> line, Path directory, Path log, String signal) {
    Map<String, String> environment = Map.of("LC_ALL", "C", "TZ", "UTC");
    List<String> command = Unprivileged.command(line);
    return Leash.start(
        new Leash.Command(command, environment, directory, log, signal, Duration.ofSeconds(10)));
  }

  private void awaitReady(Path log) {
    Waiting.until(
        "PostgreSQL",
        START_LIMIT,
        () -> {
          requireAlive(log);
          return answers();
        });
  }

  private void requireAlive(Path log) {
    if (!leash.isAlive()) {
      throw new StackException("PostgreSQL did not start; see " + log + Waiting.lastLine(log));
    }
  }

  private boolean answers() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /** A connection of the superuser to {@code database}. */
  public Connection connect(String database) throws SQLException {
    return connect(port, database);
  }

  static Connection connect(int port, String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(USER);
    source.setPassword(PASSWORD);
    return source.getConnection();
  }

  /** Creates {@code database} unless it is there. */
  public void ensureDatabase(String database) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      String exists = "select 1 from pg_database where datname = '%s'".formatted(database);
      if (!statement.executeQuery(exists).next()) {
        statement.execute("create database \"%s\"".formatted(database));
      }
    } catch (SQLException e) {
      throw new StackException("cannot create the database " + database + ": " + e.getMessage(), e);
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return leash.pid();
  }

  public boolean isAlive() {
    return leash.isAlive();
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
