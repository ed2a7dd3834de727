package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes up usage that waited for its day by a test clock, or for a price book. */
@ApplicationScoped
public class TakeUpWaiting implements DueWorkHandler {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final KnownBooks books;
  private final TakeUpUsage usage;
  private final DueWork dueWork;

  TakeUpWaiting(
      Transactions transactions,
      ChannelClock clock,
      KnownBooks books,
      TakeUpUsage usage,
      DueWork dueWork) {
    this.transactions = transactions;
    this.clock = clock;
    this.books = books;
    this.usage = usage;
    this.dueWork = dueWork;
  }

  @Override
  public String kind() {
    return TakeUpUsage.KIND;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return books
        .fetch(item.channel())
        .chain(() -> transactions.run(transaction -> takeUp(transaction, item)));
  }

  private Uni<Void> takeUp(Transaction transaction, DueItem item) {
    return clock
        .now(transaction, item.channel())
        .chain(now -> usage.takeUpBatch(transaction, now, List.of()))
        .chain(() -> dueWork.finish(transaction, item));
  }
}
