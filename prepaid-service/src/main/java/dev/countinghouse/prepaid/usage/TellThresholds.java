package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.contracts.event.UsageThresholdReached;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Tells, once each, what usage came to of an allowance or a limit (NOTE-3). Usage is decided in the
 * midst of transactions that lock more, and the outbox is locked last: so it is told by due work.
 */
@ApplicationScoped
public class TellThresholds implements DueWorkHandler {

  static final String KIND = "usage.threshold";

  /** A channel has one piece of such work. */
  static final String ID = "usage";

  private final Transactions transactions;
  private final LockUsage lock;
  private final UsageThresholds thresholds;
  private final Outbox outbox;
  private final DueWork dueWork;

  TellThresholds(
      Transactions transactions,
      LockUsage lock,
      UsageThresholds thresholds,
      Outbox outbox,
      DueWork dueWork) {
    this.transactions = transactions;
    this.lock = lock;
    this.thresholds = thresholds;
    this.outbox = outbox;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions.run(transaction -> tell(transaction, item));
  }

  private Uni<Void> tell(Transaction transaction, DueItem item) {
    return lock.lock(transaction, item.channel())
        .chain(() -> thresholds.take(transaction, item.channel()))
        .call(() -> dueWork.finish(transaction, item))
        .chain(reached -> outbox.appendAll(transaction, events(reached)));
  }

  private static List<OutgoingEvent> events(List<UsageThresholdReached> reached) {
    return reached.stream()
        .map(of -> new OutgoingEvent(of.channel(), UsageThresholdReached.TYPE, of, of.at()))
        .toList();
  }
}
