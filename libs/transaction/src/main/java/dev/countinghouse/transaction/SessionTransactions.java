package dev.countinghouse.transaction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * Transactions of Hibernate Reactive sessions. Not a bean by itself: a service with entities
 * produces it. Inside {@code work}, Panache and {@code @WithTransaction} methods join the same
 * session and transaction.
 */
public final class SessionTransactions implements Transactions {

  @Override
  public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
    return DatabaseAway.named(Panache.withTransaction(() -> inSession(work)));
  }

  private static <T> Uni<T> inSession(Function<Transaction, Uni<T>> work) {
    return Panache.getSession().chain(session -> work.apply(new SessionTransaction(session)));
  }
}
