package dev.countinghouse.clock;

import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Schedules and withdraws due work, in the business transaction. */
public interface DueWork {

  /**
   * Schedules a piece of work, or moves it when one of that kind and id exists.
   *
   * @param kind names the {@link DueWorkHandler}
   * @param id what the work is about; one piece a channel, kind and id
   * @param dueAt by the channel's clock
   */
  Uni<Void> schedule(
      Transaction transaction, String channel, String kind, String id, Instant dueAt);

  /** Withdraws it; nothing happens when there is none. */
  Uni<Void> withdraw(Transaction transaction, String channel, String kind, String id);

  /**
   * Marks it finished in the handler's own last transaction, so that effect and removal commit
   * together.
   */
  Uni<Void> finish(Transaction transaction, DueItem item);
}
