package dev.countinghouse.subscription.payment;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Has due work ask the provider again about what it has not answered, should whoever asked first
 * never come back.
 */
@ApplicationScoped
public class ScheduleInquiry {

  private final Transactions transactions;
  private final DueWork due;
  private final PaymentSettings settings;

  ScheduleInquiry(Transactions transactions, DueWork due, PaymentSettings settings) {
    this.transactions = transactions;
    this.due = due;
    this.settings = settings;
  }

  /**
   * Schedules it.
   *
   * @param kind of the work that asks
   * @param id what it asks about
   * @param asked when the provider was asked, by the channel's clock
   */
  public Uni<Void> after(
      Transaction transaction, String channel, String kind, String id, Instant asked) {
    return due.schedule(transaction, channel, kind, id, asked.plus(settings.inquiryDelay()));
  }

  /** Has a piece of such work done again, in a transaction of its own. */
  public Uni<Void> again(DueItem item) {
    return transactions.run(
        transaction -> after(transaction, item.channel(), item.kind(), item.id(), item.dueAt()));
  }
}
