package dev.countinghouse.subscription.dunning;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a payment that failed: another try while service goes on, in the end Free (SUB-4).
 */
@ApplicationScoped
class AfterFailure {

  private static final String REASON = "payment-failed";

  private final DueWork due;
  private final Outbox outbox;
  private final SendNotice notice;

  AfterFailure(DueWork due, Outbox outbox, SendNotice notice) {
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
    return Subscription.of(invoice.channel)
        .invoke(paid -> mark(paid, SubscriptionStatus.PAST_DUE))
        .chain(() -> due.schedule(transaction, item.channel(), item.kind(), item.id(), retry.at()))
        .chain(() -> tell(transaction, item, "payment.failed", text));
  }

  private Uni<Void> giveUp(Transaction transaction, DueItem item, Invoice invoice) {
    String text =
        "The payment of %s failed for the last time. The channel is on Free now."
            .formatted(invoice.number());
    invoice.status = Invoice.Status.UNCOLLECTIBLE;
    return Subscription.of(invoice.channel)
        .invoke(paid -> mark(paid, SubscriptionStatus.FREE))
        .chain(paid -> withdrawNextPeriod(transaction, paid))
        .chain(() -> outbox.append(transaction, ended(item)))
        .chain(() -> tell(transaction, item, "subscription.ended", text))
        .chain(() -> due.finish(transaction, item));
  }

  /** One notice an invoice and code: the retries of one invoice do not send one each. */
  private Uni<Void> tell(Transaction transaction, DueItem item, String code, String text) {
    return notice.inApp(transaction, item.channel(), code, text, item.id(), item.dueAt());
  }

  private Uni<Void> withdrawNextPeriod(Transaction transaction, @Nullable Subscription paid) {
    return paid == null
        ? Uni.createFrom().voidItem()
        : due.withdraw(transaction, paid.channel, Subscription.CLOSE, paid.periodEnd.toString());
  }

  private static void backToActive(@Nullable Subscription paid) {
    if (paid != null && paid.status == SubscriptionStatus.PAST_DUE) {
      paid.status = SubscriptionStatus.ACTIVE;
    }
  }

  private static void mark(@Nullable Subscription paid, SubscriptionStatus status) {
    if (paid != null) {
      paid.status = status;
    }
  }

  private static OutgoingEvent ended(DueItem item) {
    return new OutgoingEvent(
        item.channel(),
        SubscriptionEnded.TYPE,
        new SubscriptionEnded(item.channel(), item.dueAt(), REASON),
        item.dueAt());
  }
}
