package dev.countinghouse.prepaid.locks;

import dev.countinghouse.prepaid.locks.LockingStatement.How;
import dev.countinghouse.prepaid.locks.LockingStatement.Touched;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transaction that notes which rows its statements have locked, once they are answered. */
final class WatchedTransaction implements Transaction {

  /** Where a statement has the id of the row, of tables whose id is not the first argument. */
  private static final Map<String, Integer> ID_AT =
      Map.of(
          "idempotency", 1,
          "inbox", 1,
          "inbox_skipped", 2,
          "prepaid_order", 1,
          "lot", 1);

  private final Transaction transaction;
  private final TakenLocks locks;

  WatchedTransaction(Transaction transaction, TakenLocks locks) {
    this.transaction = transaction;
    this.locks = locks;
  }

  @Override
  public Uni<List<Fields>> select(String sql, @Nullable Object... arguments) {
    String by = Callers.present();
    return transaction
        .select(sql, arguments)
        .invoke(rows -> note(locks, sql, arguments, rows, rows.size(), by));
  }

  @Override
  public Uni<Integer> update(String sql, @Nullable Object... arguments) {
    String by = Callers.present();
    return transaction
        .update(sql, arguments)
        .invoke(count -> note(locks, sql, arguments, List.of(), count, by));
  }

  /** Notes what a statement has locked; what a test itself says is no use case's. */
  static void note(
      TakenLocks locks,
      String sql,
      @Nullable Object[] arguments,
      List<Fields> rows,
      int count,
      String by) {
    List<Touched> all = Callers.isTest(by) ? List.of() : LockingStatement.of(sql);
    boolean isUpsert = all.size() == 1 && all.getFirst().how() == How.UPSERTED;
    for (Touched touched : all) {
      if (count > 0 || isUpsert) {
        locks.take(touched, ids(touched, sql, arguments, rows), by);
      }
    }
  }

  /** Of what is selected the first column, of all else an argument. */
  private static List<String> ids(
      Touched touched, String sql, @Nullable Object[] arguments, List<Fields> rows) {
    if (touched.table().equals("due_work")) {
      return List.of(kind(sql, arguments));
    }
    int at = ID_AT.getOrDefault(touched.table(), 0);
    if (at == 1 && touched.how() == How.SELECTED) {
      return rows.stream().map(row -> row.string(0)).toList();
    }
    Object id = at < arguments.length ? arguments[at] : null;
    return id instanceof Object[] several
        ? Arrays.stream(several).map(String::valueOf).toList()
        : List.of(String.valueOf(id));
  }

  /** Of due work, which is an argument or stands in the statement. */
  private static String kind(String sql, @Nullable Object[] arguments) {
    return LockOrder.DUE_WORK.keySet().stream()
        .filter(kind -> sql.contains("'" + kind + "'"))
        .findFirst()
        .orElseGet(() -> arguments.length > 1 ? String.valueOf(arguments[1]) : "unknown");
  }
}
