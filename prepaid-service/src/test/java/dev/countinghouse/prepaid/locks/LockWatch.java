package dev.countinghouse.prepaid.locks;

import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was found against the order of locks since it was last asked. */
final class LockWatch {

  private static final String DEADLOCK = "40P01";
  private static final Set<String> FAULTS = new TreeSet<>();

  private LockWatch() {}

  /** A transaction has ended, however it did. */
  static synchronized void ended(String opener, TakenLocks locks) {
    locks.faults().forEach(fault -> FAULTS.add(opener + ": " + fault));
  }

  /** A transaction has failed; PostgreSQL may have ended it to undo a deadlock. */
  static synchronized void failed(String opener, Throwable failure) {
    @Nullable Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof PgException sql && DEADLOCK.equals(sql.getSqlState())) {
        FAULTS.add(opener + ": " + sql.getMessage() + " " + sql.getDetail());
      }
      cause = cause.getCause();
    }
  }

  /** Takes them out. */
  static synchronized List<String> takeFaults() {
    List<String> faults = List.copyOf(FAULTS);
    FAULTS.clear();
    return faults;
  }
}
