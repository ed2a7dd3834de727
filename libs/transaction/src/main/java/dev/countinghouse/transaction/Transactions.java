package dev.countinghouse.transaction;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens transactions. A service has exactly one such bean: {@link PgTransactions} unless it
 * provides another (a service with Hibernate Reactive provides {@link SessionTransactions}).
 */
public interface Transactions {

  /**
   * Runs {@code work} in a transaction of its own: committed when the result arrives, rolled back
   * on failure.
   *
   * @param work builds the chain of statements; must not start work on other threads
   * @return what {@code work} returned, after the commit; it fails with {@link DatabaseAway} when
   *     the database cannot be reached or goes away meanwhile
   */
  <T> Uni<T> run(Function<Transaction, Uni<T>> work);

  /**
   * Runs one statement as a transaction of its own. Where the client can, that is one round trip
   * and no {@code BEGIN}.
   *
   * @return its rows
   */
  default Uni<List<Fields>> single(String sql, @Nullable Object... arguments) {
    return run(transaction -> transaction.select(sql, arguments));
  }
}
