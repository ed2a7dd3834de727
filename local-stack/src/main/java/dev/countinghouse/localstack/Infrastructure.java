package dev.countinghouse.localstack;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Kafka and Redis, started together. */
public final class Infrastructure implements AutoCloseable {

  /**
   * Where and how to start.
   *
   * @param directory holds the data of the servers and {@code logs/}
   * @param durable commits wait for the disk; see {@link PostgresServer#start}
   * @param fixedPorts the usual ports (5432, 9092, 6379) where they are free, else any
   */
  public record Settings(Path directory, boolean durable, boolean fixedPorts, Progress progress) {

    Path home(String server) {
      return directory.resolve(server.toLowerCase(Locale.ROOT));
    }

    Path log(String server) {
      return directory.resolve("logs").resolve(server.toLowerCase(Locale.ROOT) + ".log");
    }
  }

  private final Settings settings;
  private final PostgresServer postgres;
  private final KafkaServer kafka;
  private final RedisServer redis;

  private Infrastructure(
      Settings settings, PostgresServer postgres, KafkaServer kafka, RedisServer redis) {
    this.settings = settings;
    this.postgres = postgres;
    this.kafka = kafka;
    this.redis = redis;
  }

  /** Starts all three; when one fails, the others are stopped again. */
  public static Infrastructure start(Settings settings, Ports ports) {
    Path data = Directories.make(settings.directory());
    Directories.make(data.resolve("logs"));
    boolean fixed = settings.fixedPorts();
    int postgresPort = ports.near(fixed ? 5432 : 0);
    int kafkaPort = ports.near(fixed ? 9092 : 0);
    int controllerPort = ports.any();
    int redisPort = ports.near(fixed ? 6379 : 0);
    // Before the first fork: a child forked while a file is still open for writing keeps it open,
    // and a program that somebody has open for writing cannot be run.
    Path postgresHome = PostgresBinaries.unpacked();
    Path redisProgram = RedisBinary.unpacked(data.resolve("redis"));
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Start start = new Start(threads, settings);
      return together(
          settings,
          start.run(
              "PostgreSQL",
              (at, log) ->
                  PostgresServer.start(postgresHome, at, log, postgresPort, settings.durable())),
          start.run("Kafka", (at, log) -> KafkaServer.start(at, log, kafkaPort, controllerPort)),
          start.run("Redis", (at, log) -> RedisServer.start(redisProgram, at, log, redisPort)));
    }
  }

  private record Start(ExecutorService threads, Settings settings) {

    <T> CompletableFuture<T> run(String name, BiFunction<Path, Path, T> server) {
      return CompletableFuture.supplyAsync(() -> timed(name, server), threads);
    }

    private <T> T timed(String name, BiFunction<Path, Path, T> server) {
      long begin = System.nanoTime();
      T started = server.apply(settings.home(name), settings.log(name));
      double seconds = (System.nanoTime() - begin) / 1e9;
      settings.progress().say(String.format(Locale.ROOT, "%s is up (%.1f s)", name, seconds));
      return started;
    }
  }

  private static Infrastructure together(
      Settings settings,
      CompletableFuture<PostgresServer> postgres,
      CompletableFuture<KafkaServer> kafka,
      CompletableFuture<RedisServer> redis) {
    try {
      return new Infrastructure(settings, postgres.join(), kafka.join(), redis.join());
    } catch (CompletionException e) {
      stop(postgres);
      stop(kafka);
      stop(redis);
      throw e.getCause() instanceof StackException failure ? failure : e;
    }
  }

  private static void stop(CompletableFuture<? extends AutoCloseable> starting) {
    AutoCloseable started = starting.exceptionally(failure -> null).join();
    close(started);
  }

  private static void close(@Nullable AutoCloseable server) {
    if (server == null) {
      return;
    }
    try {
      server.close();
    } catch (Exception e) {
      throw new StackException("a server could not be stopped", e);
    }
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public KafkaServer kafka() {
    return kafka;
  }

  public RedisServer redis() {
    return redis;
  }

  /** Calls {@code told} with the name and the log of a server that ends, whatever ends it. */
  void onExit(BiConsumer<String, Path> told) {
    tell("PostgreSQL", postgres.onExit(), told);
    tell("Kafka", kafka.onExit(), told);
    tell("Redis", redis.onExit(), told);
  }

  private void tell(String name, CompletableFuture<?> end, BiConsumer<String, Path> told) {
    end.thenRun(() -> told.accept(name, settings.log(name))).exceptionally(e -> null);
  }

  /** Stops the three, side by side. */
  @Override
  public void close() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(kafka::close),
            CompletableFuture.runAsync(postgres::close),
            CompletableFuture.runAsync(redis::close))
        .join();
  }
}
