package dev.countinghouse.bench;

import dev.countinghouse.localstack.PostgresServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The least that a ledger in PostgreSQL can do: one statement of one row, prepared, in a
 * transaction of its own that waits for the disk. It has a database of its own on the server that
 * is measured.
 */
final class PostgresFloor implements AutoCloseable {

  /** The clients of a floor, each with a connection. */
  static final int CLIENTS = 16;

  /** All clients update one and the same row. */
  static final String HOT_ROW = "update of one row, 16 clients";

  /** Every statement inserts a row. */
  static final String INSERTS = "inserts of one row, 16 clients";

  private static final String DATABASE = "floor";
  private static final String TABLES =
      """
      create table account (id bigint primary key, balance bigint not null) with (fillfactor = 50);
      insert into account select id, 0 from generate_series(1, 10000) id;
      create table entry (id bigint primary key, account bigint not null, delta bigint not null,
        at timestamptz not null default now())
      """;
  private static final String UPDATE = "update account set balance = balance + 1 where id = $1";
  private static final String INSERT = "insert into entry (id, account, delta) values ($1, $2, $3)";

  private final Pool pool;
  private final AtomicLong entries = new AtomicLong();

  private PostgresFloor(Pool pool) {
    this.pool = pool;
  }

  static PostgresFloor open(Vertx vertx, PostgresServer server) throws Exception {
    server.ensureDatabase(DATABASE);
    PostgresFloor floor = new PostgresFloor(pool(vertx, server, DATABASE, CLIENTS));
    floor.await(floor.pool.query(TABLES).execute());
    return floor;
  }

  /** Connections of the superuser to {@code database}. */
  static Pool pool(Vertx vertx, PostgresServer server, String database, int size) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(server.port())
            .setDatabase(database)
            .setUser(PostgresServer.USER)
            .setPassword(PostgresServer.PASSWORD)
            .setCachePreparedStatements(true);
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(size))
        .connectingTo(options)
        .using(vertx)
        .build();
  }

  /** Updates row 1. */
  Future<Integer> updateHotRow() {
    return updated(1);
  }

  /** Updates one row of ten thousand, and then another. */
  Future<Integer> updateTwice() {
    return updated(anyRow()).compose(one -> updated(anyRow()));
  }

  private long anyRow() {
    return 1 + entries.incrementAndGet() % 10_000;
  }

  /** Inserts a row. */
  Future<Integer> insert() {
    long id = entries.incrementAndGet();
    return pool.preparedQuery(INSERT).execute(Tuple.of(id, id % 10_000, 1L)).compose(this::one);
  }

  /** What the server says of {@code fsync}. */
  String fsync() throws Exception {
    return await(pool.query("show fsync").execute()).iterator().next().getString(0);
  }

  private Future<Integer> updated(long id) {
    return pool.preparedQuery(UPDATE).execute(Tuple.of(id)).compose(this::one);
  }

  private Future<Integer> one(RowSet<Row> rows) {
    return rows.rowCount() == 1
        ? Future.succeededFuture(1)
        : Future.failedFuture("a statement touched %d rows".formatted(rows.rowCount()));
  }

  private <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    await(pool.close());
  }
}
