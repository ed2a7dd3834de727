package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.domain.Decided;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.Hold.Fate;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that what expires is swept when nobody asks: one piece of work a lot, and one an
 * account for its holds, which stands at the earliest of them. A hold a piece would double the cost
 * of a hold.
 */
@ApplicationScoped
public class ScheduleExpiries {

  /** Work of a lot's end; its id is the lot's. */
  public static final String LOT_KIND = "pu.expire";

  static final String HOLD_KIND = "hold.expire";

  private final DueWork dueWork;

  ScheduleExpiries(DueWork dueWork) {
    this.dueWork = dueWork;
  }

  Uni<Void> ofLots(Transaction transaction, String channel, List<LedgerCommand> commands) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (LedgerCommand command : commands) {
      if (command instanceof LedgerCommand.AddLot add) {
        done =
            done.chain(
                () -> dueWork.schedule(transaction, channel, LOT_KIND, add.lot(), add.expiresAt()));
      }
    }
    return done;
  }

  /**
   * Schedules the sweep of newly opened holds, unless one as early is.
   *
   * @param scheduled when the account's holds are swept next, or null
   */
  Uni<Void> ofHolds(
      Transaction transaction, String channel, @Nullable Instant scheduled, Decided decided) {
    Optional<Instant> earliest = firstEnd(decided);
    boolean covered =
        earliest.isEmpty() || (scheduled != null && !earliest.get().isBefore(scheduled));
    return covered
        ? Uni.createFrom().voidItem()
        : sweepAt(transaction, channel, earliest.orElseThrow());
  }

  /** When the first of the holds that were opened ends by itself. */
  static Optional<Instant> firstEnd(Decided decided) {
    return decided.changedHolds().stream()
        .filter(hold -> hold.fate() instanceof Fate.Open)
        .map(Hold::expiresAt)
        .min(Comparator.naturalOrder());
  }

  /** Schedules the next sweep; its id is its instant, so that a sweep can schedule the next. */
  Uni<Void> sweepAt(Transaction transaction, String channel, Instant at) {
    return transaction
        .update(
            "update pu_account set version = version + 1, sweep_due_at = $2 where channel_id = $1",
            channel,
            at.atOffset(ZoneOffset.UTC))
        .chain(() -> dueWork.schedule(transaction, channel, HOLD_KIND, at.toString(), at));
  }
}
