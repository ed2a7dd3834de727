package dev.countinghouse.subscription.dunning;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.contracts.event.SubscriptionEnded;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.Dunning;
import dev.countinghouse.subscription.domain.SubscriptionStatus;
import dev.countinghouse.subscription.invoice.Invoice;
import dev.countinghouse.subscription.notice.SendNotice;
import dev.countinghouse.subscription.payment.PaymentAttempt;
import dev.countinghouse.subscription.subscription.Subscription;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a payment that failed: another try while service goes on, in the end Free (SUB-4).
 */
@ApplicationScoped
class AfterFailure {

  private static final String REASON = "payment-failed";

  private final ChannelClock clock;
  private final DueWork due;
  private final Outbox outbox;
  private final SendNotice notice;

  AfterFailure(ChannelClock clock, DueWork due, Outbox outbox, SendNotice notice) {
    this.clock = clock;
    this.due = due;
    this.outbox = outbox;
    this.notice = notice;
  }

  /** Decides by the attempts so far, the failed one included. */
  Uni<Void> follow(Transaction transaction, DueItem item, Channel channel, Invoice invoice) {
    return PaymentAttempt.of(invoice.channel, PayInvoice.purpose(invoice))
        .map(attempts -> decide(attempts, channel))
        .chain(next -> carryOut(transaction, item, invoice, next));
  }

  /** The open invoice was paid: nothing is past due any more. */
  Uni<Void> recover(String channel) {
    return Subscription.of(channel).invoke(AfterFailure::backToActive).replaceWithVoid();
  }

  private static Dunning decide(List<PaymentAttempt> attempts, Channel channel) {
    List<PaymentAttempt> failed =
        attempts.stream().filter(one -> one.state == PaymentAttempt.State.DECLINED).toList();
    return Dunning.after(failed.size(), failed.getFirst().startedAt, channel.zone());
  }

  private Uni<Void> carryOut(Transaction transaction, DueItem item, Invoice invoice, Dunning next) {
    return switch (next) {
      case Dunning.Retry retry -> retry(transaction, item, invoice, retry);
      case Dunning.GiveUp() -> giveUp(transaction, item, invoice);
    };
  }

  private Uni<Void> retry(
      Transaction transaction, DueItem item, Invoice invoice, Dunning.Retry retry) {
    String text = "The payment of %s failed. It will be tried again.".formatted(invoice.number());
    return subscription(invoice)
        .invoke(AfterFailure::markPastDue)
        .chain(() -> due.schedule(transaction, item.channel(), item.kind(), item.id(), retry.at()))
        .chain(() -> tell(transaction, item, "payment.failed", text));
  }

  private Uni<Void> giveUp(Transaction transaction, DueItem item, Invoice invoice) {
    invoice.status = Invoice.Status.UNCOLLECTIBLE;
    return subscription(invoice)
        .chain(
            paid ->
                paid == null
                    ? tellUncollectible(transaction, item, invoice)
                    : end(transaction, item, invoice, paid))
        .chain(() -> due.finish(transaction, item));
  }

  private Uni<Void> tellUncollectible(Transaction transaction, DueItem item, Invoice invoice) {
    String text = "The payment of %s failed for the last time.".formatted(invoice.number());
    return tell(transaction, item, "invoice.uncollectible", text);
  }

  private Uni<Void> end(Transaction transaction, DueItem item, Invoice invoice, Subscription paid) {
    String text =
        "The payment of %s failed for the last time. The channel is on Free now."
            .formatted(invoice.number());
    return withdrawNextPeriod(transaction, paid)
        .chain(() -> clock.now(transaction, item.channel()))
        .map(now -> endOf(paid, now.now()))
        .invoke(paid::end)
        .call(end -> settle(transaction, item.channel(), end))
        .call(end -> outbox.append(transaction, ended(item.channel(), end)))
        .chain(() -> tell(transaction, item, "subscription.ended", text));
  }

  /** What was used beyond plan and lots until now is billed all the same (SUB-1a). */
  private Uni<Void> settle(Transaction transaction, String channel, Instant end) {
    return due.schedule(transaction, channel, Subscription.SETTLE, end.toString(), end);
  }

  /**
   * Now, however long the last retry has been due: until now the channel had the plan, and what it
   * used counted for it. A period that is over meanwhile ends where it ends.
   */
  private static Instant endOf(Subscription paid, Instant now) {
    return now.isBefore(paid.periodEnd) ? now : paid.periodEnd;
  }

  /**
   * The paid subscription that the invoice is of; null when it is of one that has ended: then its
   * fate changes nothing any more.
   */
  private static Uni<@Nullable Subscription> subscription(Invoice invoice) {
    return invoice.kind.equals(Invoice.SUBSCRIPTION)
        ? Subscription.of(invoice.channel)
            .map(paid -> paid != null && paid.status.isPaid() ? paid : null)
        : Uni.createFrom().nullItem();
  }

  /** One notice an invoice and code: the retries of one invoice do not send one each. */
  private Uni<Void> tell(Transaction transaction, DueItem item, String code, String text) {
    return notice.inApp(transaction, item.channel(), code, text, item.id(), item.dueAt());
  }

  private Uni<Void> withdrawNextPeriod(Transaction transaction, Subscription paid) {
    return due.withdraw(transaction, paid.channel, Subscription.CLOSE, paid.periodEnd.toString());
  }

  private static void backToActive(@Nullable Subscription paid) {
    if (paid != null && paid.status == SubscriptionStatus.PAST_DUE) {
      paid.status = SubscriptionStatus.ACTIVE;
    }
  }

  private static void markPastDue(@Nullable Subscription paid) {
    if (paid != null) {
      paid.status = SubscriptionStatus.PAST_DUE;
    }
  }

  private static OutgoingEvent ended(String channel, Instant at) {
    return new OutgoingEvent(
        channel, SubscriptionEnded.TYPE, new SubscriptionEnded(channel, at, REASON), at);
  }
}
