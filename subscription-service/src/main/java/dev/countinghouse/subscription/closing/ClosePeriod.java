package dev.countinghouse.subscription.closing;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.subscription.Subscription;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Ends a paid period on the billing date and starts the next one (TIME-4, SUB-1a). */
@ApplicationScoped
class ClosePeriod implements DueWorkHandler {

  private final Transactions transactions;
  private final CountUsage count;
  private final RateOverage rate;
  private final IssueFee issue;
  private final DueWork due;

  ClosePeriod(
      Transactions transactions, CountUsage count, RateOverage rate, IssueFee issue, DueWork due) {
    this.transactions = transactions;
    this.count = count;
    this.rate = rate;
    this.issue = issue;
    this.due = due;
  }

  @Override
  public String kind() {
    return Subscription.CLOSE;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions
        .run(tx -> begin(item))
        .chain(closing -> closing == null ? Uni.createFrom().voidItem() : close(item, closing));
  }

  private Uni<Void> close(DueItem item, Closing closing) {
    return count
        .count(closing)
        .chain(() -> rate.rate(item.channel(), item.dueAt()))
        .chain(() -> transactions.run(tx -> start(tx, item)));
  }

  /** The saga of the next period, begun now or before; null when none follows. */
  private static Uni<@Nullable Closing> begin(DueItem item) {
    return lock(item).chain(end -> end == null ? Uni.createFrom().nullItem() : begin(end));
  }

  private static Uni<@Nullable Closing> begin(Ending end) {
    return Closing.of(end.channel().id, end.paid().periodEnd)
        .chain(begun -> begun != null ? Uni.createFrom().item(begun) : ask(end));
  }

  private static Uni<Closing> ask(Ending end) {
    Subscription paid = end.paid();
    ZoneId zone = end.channel().zone();
    BillingPeriod next = BillingPeriod.from(paid.periodEnd, paid.anchor(), paid.anchorTime, zone);
    return Closing.next(end.channel(), paid, next).persist();
  }

  private Uni<Void> start(Transaction transaction, DueItem item) {
    return lock(item)
        .chain(end -> end == null ? Uni.createFrom().voidItem() : start(transaction, item, end));
  }

  private Uni<Void> start(Transaction transaction, DueItem item, Ending end) {
    Subscription paid = end.paid();
    return Closing.begun(item.channel(), item.dueAt())
        .invoke(closing -> paid.begin(closing.period()))
        .chain(closing -> issue.issue(transaction, end.channel(), paid.selection(), closing, false))
        .chain(() -> due.finish(transaction, item));
  }

  /** The channel, locked, and its subscription; null when that period is not its current one. */
  private static Uni<@Nullable Ending> lock(DueItem item) {
    return Channel.lock(item.channel())
        .chain(channel -> Subscription.of(channel.id).map(paid -> ending(channel, paid, item)));
  }

  private static @Nullable Ending ending(
      Channel channel, @Nullable Subscription paid, DueItem item) {
    return paid != null && paid.status.isPaid() && paid.periodEnd.equals(item.dueAt())
        ? new Ending(channel, paid)
        : null;
  }

  private record Ending(Channel channel, Subscription paid) {}
}
