package dev.countinghouse.subscription.closing;

import dev.countinghouse.clock.DueItem;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.clock.DueWorkHandler;
import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.outbox.Outbox;
import dev.countinghouse.outbox.OutgoingEvent;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.domain.BillingAnchor;
import dev.countinghouse.subscription.domain.BillingPeriod;
import dev.countinghouse.subscription.domain.ConversionDecision;
import dev.countinghouse.subscription.domain.ConversionDecision.ConvertToPaid;
import dev.countinghouse.subscription.domain.ConversionDecision.FallToFree;
import dev.countinghouse.subscription.domain.MauDay;
import dev.countinghouse.subscription.domain.SubscriptionStatus;
import dev.countinghouse.subscription.payment.PaymentMethod;
import dev.countinghouse.subscription.subscription.Subscription;
import dev.countinghouse.subscription.trial.StartTrial;
import dev.countinghouse.subscription.trial.Trial;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Ends a trial (TRI-5): a paid period when there is something to pay with, else Free. */
@ApplicationScoped
class EndTrial implements DueWorkHandler {

  private final Transactions transactions;
  private final CountUsage count;
  private final IssueFee issue;
  private final Outbox outbox;
  private final DueWork due;

  EndTrial(
      Transactions transactions, CountUsage count, IssueFee issue, Outbox outbox, DueWork due) {
    this.transactions = transactions;
    this.count = count;
    this.issue = issue;
    this.outbox = outbox;
    this.due = due;
  }

  @Override
  public String kind() {
    return StartTrial.END;
  }

  @Override
  public Uni<Void> run(DueItem item) {
    return transactions
        .run(tx -> decide(tx, item))
        .chain(closing -> closing == null ? Uni.createFrom().voidItem() : convert(item, closing));
  }

  private Uni<Void> convert(DueItem item, Closing closing) {
    return count.count(closing).chain(() -> transactions.run(tx -> start(tx, item)));
  }

  /** The saga that converts, begun now or before; null when there is nothing to convert. */
  private Uni<@Nullable Closing> decide(Transaction transaction, DueItem item) {
    return lock(item)
        .chain(end -> end == null ? Uni.createFrom().nullItem() : decide(transaction, item, end));
  }

  private Uni<@Nullable Closing> decide(Transaction transaction, DueItem item, Ending end) {
    return Closing.of(item.channel(), item.dueAt())
        .chain(
            begun -> begun != null ? Uni.createFrom().item(begun) : first(transaction, item, end));
  }

  private Uni<@Nullable Closing> first(Transaction transaction, DueItem item, Ending end) {
    return PaymentMethod.current(item.channel())
        .map(method -> ConversionDecision.atTrialEnd(item.dueAt(), method != null, end.zone()))
        .chain(decision -> carryOut(transaction, item, end, decision));
  }

  private Uni<@Nullable Closing> carryOut(
      Transaction transaction, DueItem item, Ending end, ConversionDecision decision) {
    return switch (decision) {
      case FallToFree() -> fallToFree(transaction, item, end.trial());
      case ConvertToPaid converted -> ask(end, converted.firstPeriod());
    };
  }

  private Uni<@Nullable Closing> fallToFree(Transaction transaction, DueItem item, Trial trial) {
    trial.end(item.dueAt(), false);
    return outbox
        .append(transaction, ended(item, false))
        .chain(() -> due.finish(transaction, item))
        .chain(() -> Uni.createFrom().nullItem());
  }

  private static Uni<Closing> ask(Ending end, BillingPeriod period) {
    var mauOn = MauDay.before(period.start(), end.trial().startedAt, end.zone());
    return Closing.first(end.channel().id, period, mauOn.orElse(null)).persist();
  }

  private Uni<Void> start(Transaction transaction, DueItem item) {
    return lock(item)
        .chain(end -> end == null ? Uni.createFrom().voidItem() : start(transaction, item, end));
  }

  private Uni<Void> start(Transaction transaction, DueItem item, Ending end) {
    Trial trial = end.trial();
    trial.end(item.dueAt(), true);
    return Closing.begun(item.channel(), item.dueAt())
        .call(closing -> subscription(end, closing.period()).persist())
        .call(closing -> outbox.append(transaction, ended(item, true)))
        .chain(closing -> issue.issue(transaction, end.channel(), trial.selection(), closing, true))
        .chain(() -> due.finish(transaction, item));
  }

  private static Subscription subscription(Ending end, BillingPeriod period) {
    ZonedDateTime start = period.start().atZone(end.zone());
    Trial trial = end.trial();
    Subscription subscription = new Subscription();
    subscription.channel = trial.channel;
    subscription.status = SubscriptionStatus.ACTIVE;
    subscription.plan = trial.plan;
    subscription.addOns = trial.addOns;
    subscription.anchorDay = BillingAnchor.of(start.toLocalDate()).day();
    subscription.anchorTime = start.toLocalTime();
    subscription.begin(period);
    return subscription;
  }

  /** The channel, locked, and its trial; null when that has ended already. */
  private static Uni<@Nullable Ending> lock(DueItem item) {
    return Channel.lock(item.channel())
        .chain(channel -> Trial.of(channel.id).map(trial -> ending(channel, trial)));
  }

  private static @Nullable Ending ending(Channel channel, @Nullable Trial trial) {
    return trial == null || !trial.isRunning() ? null : new Ending(channel, trial);
  }

  private static OutgoingEvent ended(DueItem item, boolean converted) {
    Instant at = item.dueAt();
    return new OutgoingEvent(
        item.channel(), TrialEnded.TYPE, new TrialEnded(item.channel(), at, converted), at);
  }

  private record Ending(Channel channel, Trial trial) {
    ZoneId zone() {
      return channel.zone();
    }
  }
}
