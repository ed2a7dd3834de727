package dev.countinghouse.prepaid.locks;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds every transaction of every test of this service against the order of locks. */
@Decorator
@Priority(1)
class WatchedTransactions implements Transactions {

  private final Transactions transactions;

  @Inject
  WatchedTransactions(@Delegate Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> Uni<T> run(Function<Transaction, Uni<T>> work) {
    String opener = Callers.present();
    return transactions
        .run((Transaction transaction) -> watched(opener, transaction, work))
        .onFailure()
        .invoke(failure -> LockWatch.failed(opener, failure));
  }

  private static <T> Uni<T> watched(
      String opener, Transaction transaction, Function<Transaction, Uni<T>> work) {
    TakenLocks locks = new TakenLocks();
    return work.apply(new WatchedTransaction(transaction, locks))
        .eventually(() -> LockWatch.ended(opener, locks));
  }

  @Override
  public Uni<List<Fields>> single(String sql, @Nullable Object... arguments) {
    String opener = Callers.present();
    TakenLocks locks = new TakenLocks();
    return transactions
        .single(sql, arguments)
        .invoke(rows -> WatchedTransaction.note(locks, sql, arguments, rows, rows.size(), opener))
        .eventually(() -> LockWatch.ended(opener, locks))
        .onFailure()
        .invoke(failure -> LockWatch.failed(opener, failure));
  }
}
