package dev.countinghouse.transaction;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a Hibernate Reactive session. Statements go straight to the session's own
 * connection, so they are in its transaction; they do not flush entities first, and Hibernate does
 * not see what they change.
 */
public final class SessionTransaction implements Transaction {

  private final Mutiny.Session session;

  public SessionTransaction(Mutiny.Session session) {
    this.session = session;
  }

  public Mutiny.Session session() {
    return session;
  }

  @Override
  public Uni<List<Fields>> select(String sql, @Nullable Object... arguments) {
    return on(() -> connection().select(sql, arguments)).map(SessionTransaction::fields);
  }

  @Override
  public Uni<Integer> update(String sql, @Nullable Object... arguments) {
    return on(() -> connection().update(sql, arguments));
  }

  private ReactiveConnection connection() {
    return ((MutinySessionImpl) session).getReactiveConnection();
  }

  private static <T> Uni<T> on(Supplier<CompletionStage<T>> statement) {
    return Uni.createFrom().completionStage(statement);
  }

  private static List<Fields> fields(ReactiveConnection.Result rows) {
    List<Fields> all = new ArrayList<>();
    rows.forEachRemaining(row -> all.add(new Fields(row)));
    return all;
  }
}
