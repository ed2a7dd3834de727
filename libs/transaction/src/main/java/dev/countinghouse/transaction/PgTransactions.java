package dev.countinghouse.transaction;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions of the reactive PostgreSQL client's pool. */
@ApplicationScoped
@DefaultBean
public class PgTransactions implements Transactions {

  private final Pool pool;

  public PgTransactions(Pool pool) {
    this.pool = pool;
  }

  @Override
  public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
    return DatabaseAway.named(
        pool.withTransaction(connection -> work.apply(new PgTransaction(connection))));
  }

  @Override
  public Uni<List<Fields>> single(String sql, @Nullable Object... arguments) {
    return DatabaseAway.named(
        pool.preparedQuery(sql).execute(Tuple.from(arguments)).map(PgTransaction::fields));
  }
}
