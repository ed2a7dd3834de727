package dev.countinghouse.subscription.closing;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.InvoiceDraft;
import dev.countinghouse.subscription.domain.SubscriptionStatus;
import dev.countinghouse.subscription.invoice.Invoice;
import dev.countinghouse.subscription.invoice.InvoiceFacts;
import dev.countinghouse.subscription.subscription.Subscription;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bills the overage of the period in which a subscription ended (SUB-1a, SUB-4). */
@ApplicationScoped
class SettleLastPeriod implements DueWorkHandler {

  private final Transactions transactions;
  private final CountUsage count;
  private final RateOverage rate;
  private final OverageLines overage;
  private final IssueInvoice issue;
  private final DueWork due;

  SettleLastPeriod(
      Transactions transactions,
      CountUsage count,
      RateOverage rate,
      OverageLines overage,
      IssueInvoice issue,
      DueWork due) {
    this.transactions = transactions;
    this.count = count;
    this.rate = rate;
    this.overage = overage;
    this.issue = issue;
    this.due = due;
  }

  @Override
  public String kind() {
    return Subscription.SETTLE;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions
        .run(tx -> begin(item))
        .chain(closing -> closing == null ? Uni.createFrom().voidItem() : settle(item, closing));
  }

  private Uni<Void> settle(DueItem item, Closing closing) {
    return count
        .count(closing)
        .chain(() -> rate.rate(item.channel(), item.dueAt()))
        .chain(() -> transactions.run(tx -> end(tx, item)));
  }

  /** The closing, begun now or before; null when no subscription ended then. */
  private static Uni<@Nullable Closing> begin(DueItem item) {
    return Channel.lock(item.channel())
        .chain(
            channel ->
                Closing.of(item.channel(), item.dueAt())
                    .chain(
                        begun ->
                            begun != null ? Uni.createFrom().item(begun) : ask(channel, item)));
  }

  private static Uni<@Nullable Closing> ask(Channel channel, DueItem item) {
    return Subscription.of(channel.id)
        .chain(
            ended ->
                isEndOf(ended, item)
                    ? Closing.last(channel, ended).persist()
                    : Uni.createFrom().nullItem());
  }

  private static boolean isEndOf(@Nullable Subscription ended, DueItem item) {
    return ended != null
        && ended.status == SubscriptionStatus.FREE
        && ended.periodEnd.equals(item.dueAt());
  }

  private Uni<Void> end(Transaction transaction, DueItem item) {
    return Channel.lock(item.channel())
        .chain(
            channel ->
                Closing.begun(item.channel(), item.dueAt())
                    .chain(closing -> invoice(transaction, channel, closing)))
        .chain(() -> due.finish(transaction, item));
  }

  /** Nothing is invoiced where nothing is postpaid, nor a second time. */
  private Uni<Void> invoice(Transaction transaction, Channel channel, Closing closing) {
    InvoiceDraft draft = new InvoiceDraft(overage.of(closing), channel.currency);
    if (closing.step == Closing.Step.INVOICED || draft.totalMinor() == 0) {
      closing.invoice(closing.invoice);
      return Uni.createFrom().voidItem();
    }
    return issue
        .issue(transaction, channel, draft, facts(closing))
        .invoke(invoice -> closing.invoice(invoice.sequence))
        .replaceWithVoid();
  }

  private static InvoiceFacts facts(Closing closing) {
    return new InvoiceFacts(
        Invoice.USAGE,
        closing.periodStart,
        closing.closed().map(ClosedPeriod::period),
        Optional.empty());
  }
}
