package dev.countinghouse.clock;

import dev.countinghouse.localstack.SharedStack;
import dev.countinghouse.transaction.PgTransactions;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A database of a test class with the library's tables. */
final class TestDatabase implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int CONNECTIONS = 16;

  final Vertx vertx = Vertx.vertx();
  final Pool pool;
  private final SharedStack stack = SharedStack.obtain();
  private final String name;

  TestDatabase(String hint) {
    name = stack.createDatabase(hint);
    PgConnectOptions options =
        PgConnectOptions.fromUri(stack.reactiveUrl(name))
            .setUser(stack.user())
            .setPassword(stack.password())
            .setCachePreparedStatements(true);
    pool =
        Pool.newInstance(
            PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .using(vertx)
                .build());
    execute(script());
  }

  void execute(String sql) {
    await(pool.query(sql).execute());
  }

  /** Empties the tables. */
  void clean() {
    execute("truncate channel_clock, due_work");
  }

  /** The first column of a query as text. */
  List<String> column(String sql) {
    List<String> values = new ArrayList<>();
    for (Row row : await(pool.query(sql).execute())) {
      values.add(String.valueOf(row.getValue(0)));
    }
    return values;
  }

  <T> T inTransaction(Function<Transaction, Uni<T>> work) {
    return await(new PgTransactions(pool).run(work));
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }

  @Override
  public void close() {
    await(pool.close());
    vertx.close().toCompletionStage().toCompletableFuture().join();
    stack.dropDatabase(name);
  }

  private static String script() {
    String path = "/db/channel-clock/V0.3__channel_clock.sql";
    try (InputStream script = TestDatabase.class.getResourceAsStream(path)) {
      return new String(
          Objects.requireNonNull(script, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
