package dev.countinghouse.subscription;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** A look into the service's tables. */
@ApplicationScoped
public class Database {

  private final Pool pool;

  Database(Pool pool) {
    this.pool = pool;
  }

  /** The first column of the rows, as text. */
  public List<String> texts(String sql, String channel) {
    List<String> texts = new ArrayList<>();
    pool.preparedQuery(sql)
        .execute(Tuple.of(channel))
        .await()
        .indefinitely()
        .forEach(row -> texts.add(String.valueOf(row.getValue(0))));
    return texts;
  }

  /** Runs a statement of the test's own. */
  public void execute(String sql) {
    pool.query(sql).execute().await().indefinitely();
  }
}
