package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Ends an account's holds that nobody settled within 72 h (PU-3), and plans the next sweep. */
@ApplicationScoped
public class ExpireHolds implements DueWorkHandler {

  private static final String NEXT =
      "select min(expires_at) from pu_hold where channel_id = $1 and fate = 'open'";

  private static final String NO_SWEEP =
      "update pu_account set version = version + 1, sweep_due_at = null where channel_id = $1";

  private final Transactions transactions;
  private final ChannelClock clock;
  private final DecideOnAccount account;
  private final ScheduleExpiries expiries;
  private final DueWork dueWork;

  ExpireHolds(
      Transactions transactions,
      ChannelClock clock,
      DecideOnAccount account,
      ScheduleExpiries expiries,
      DueWork dueWork) {
    this.transactions = transactions;
    this.clock = clock;
    this.account = account;
    this.expiries = expiries;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return ScheduleExpiries.HOLD_KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions.run(transaction -> sweep(transaction, item));
  }

  private Uni<Void> sweep(Transaction transaction, DueItem item) {
    String channel = item.channel();
    return clock
        .now(transaction, channel)
        .map(now -> new LedgerCommand.ExpireDue(later(now.now(), item.dueAt())))
        .chain(due -> account.decide(transaction, channel, due))
        .chain(() -> transaction.selectFirst(NEXT, channel))
        .chain(next -> plan(transaction, channel, next))
        .chain(() -> dueWork.finish(transaction, item));
  }

  private Uni<Void> plan(Transaction transaction, String channel, @Nullable Fields next) {
    Instant earliest = next == null ? null : next.instantOrNull(0);
    return earliest == null
        ? transaction.update(NO_SWEEP, channel).replaceWithVoid()
        : expiries.sweepAt(transaction, channel, earliest);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
