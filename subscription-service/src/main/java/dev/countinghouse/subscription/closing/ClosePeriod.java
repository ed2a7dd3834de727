package dev.countinghouse.subscription.closing;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.domain.MauDay;
import dev.countinghouse.subscription.subscription.Subscription;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Ends a paid period on the billing date and starts the next one (TIME-4, SUB-1a). */
@ApplicationScoped
class ClosePeriod implements DueWorkHandler {

  private final Transactions transactions;
  private final CountUsage count;
  private final IssueFee issue;
  private final DueWork due;

  ClosePeriod(Transactions transactions, CountUsage count, IssueFee issue, DueWork due) {
    this.transactions = transactions;
    this.count = count;
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
    return count.count(closing).chain(() -> transactions.run(tx -> start(tx, item)));
  }

  /** The saga of the next period, begun now or before; null when none follows. */
  private static Uni<@Nullable Closing> begin(DueItem item) {
    return Channel.lock(item.channel())
        .chain(
            channel ->
                ending(item)
                    .chain(
                        paid -> paid == null ? Uni.createFrom().nullItem() : begin(channel, paid)));
  }

  private static Uni<@Nullable Closing> begin(Channel channel, Subscription paid) {
    return Closing.of(channel.id, paid.periodEnd)
        .chain(begun -> begun != null ? Uni.createFrom().item(begun) : ask(channel, paid));
  }

  private static Uni<Closing> ask(Channel channel, Subscription paid) {
    BillingPeriod next =
        BillingPeriod.from(paid.periodEnd, paid.anchor(), paid.anchorTime, channel.zone());
    var mauOn = MauDay.before(next.start(), paid.periodStart, channel.zone());
    return Closing.ask(channel.id, next, mauOn.orElse(null)).persist();
  }

  private Uni<Void> start(Transaction transaction, DueItem item) {
    return Channel.lock(item.channel())
        .chain(
            channel ->
                ending(item)
                    .chain(
                        paid ->
                            paid == null
                                ? Uni.createFrom().voidItem()
                                : start(transaction, item, channel, paid)));
  }

  private Uni<Void> start(
      Transaction transaction, DueItem item, Channel channel, Subscription paid) {
    return Closing.of(item.channel(), item.dueAt())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no closing of " + item.dueAt()))
        .invoke(closing -> paid.begin(closing.period()))
        .chain(closing -> issue.issue(transaction, channel, paid.selection(), closing, false))
        .chain(() -> due.finish(transaction, item));
  }

  /** The subscription, if the period that ends then is still its current one. */
  private static Uni<@Nullable Subscription> ending(DueItem item) {
    return Subscription.of(item.channel()).map(paid -> isEnding(paid, item) ? paid : null);
  }

  private static boolean isEnding(@Nullable Subscription paid, DueItem item) {
    return paid != null && paid.status.isPaid() && paid.periodEnd.equals(item.dueAt());
  }
}
