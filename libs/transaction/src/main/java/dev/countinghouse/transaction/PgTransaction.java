package dev.countinghouse.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction on a connection of the reactive PostgreSQL client. */
public final class PgTransaction implements Transaction {

  private final SqlConnection connection;

  public PgTransaction(SqlConnection connection) {
    this.connection = connection;
  }

  /** The connection, for batches, cursors and pipelining. */
  public SqlConnection connection() {
    return connection;
  }

  @Override
  public Uni<List<Fields>> select(String sql, @Nullable Object... arguments) {
    return execute(sql, arguments).map(PgTransaction::fields);
  }

  @Override
  public Uni<Integer> update(String sql, @Nullable Object... arguments) {
    return execute(sql, arguments).map(RowSet::rowCount);
  }

  private Uni<RowSet<Row>> execute(String sql, @Nullable Object... arguments) {
    return connection.preparedQuery(sql).execute(Tuple.from(arguments));
  }

  static List<Fields> fields(RowSet<Row> rows) {
    List<Fields> all = new ArrayList<>(rows.size());
    for (Row row : rows) {
      @Nullable Object[] values = new @Nullable Object[row.size()];
      for (int position = 0; position < values.length; position++) {
        values[position] = row.getValue(position);
      }
      all.add(new Fields(values));
    }
    return all;
  }
}
