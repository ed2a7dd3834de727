package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.contracts.event.SubscriptionEnded;
import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.outbox.InboxHandler;
import dev.countinghouse.outbox.IncomingEvent;
import dev.countinghouse.prepaid.InboxOrder;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Learns billing periods by event, and takes up the usage that waited for them. */
@ApplicationScoped
@Priority(InboxOrder.USAGE)
public class FollowPeriods implements InboxHandler {

  private static final String CHANNEL_CREATED = "channel.created";

  private final ChannelClock clock;
  private final LockUsage lock;
  private final BillingPeriods periods;
  private final TakeUpUsage usage;

  FollowPeriods(ChannelClock clock, LockUsage lock, BillingPeriods periods, TakeUpUsage usage) {
    this.clock = clock;
    this.lock = lock;
    this.periods = periods;
    this.usage = usage;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        CHANNEL_CREATED,
        TrialStarted.TYPE,
        TrialEnded.TYPE,
        PeriodStarted.TYPE,
        SubscriptionEnded.TYPE);
  }

  @Override
  public Uni<Void> handle(Transaction transaction, IncomingEvent event) {
    return lock.lock(transaction, event.key())
        .chain(() -> follow(transaction, event))
        .chain(() -> clock.now(transaction, event.key()))
        .chain(now -> usage.takeUpBatch(transaction, now, List.of()));
  }

  private Uni<Void> follow(Transaction transaction, IncomingEvent event) {
    return switch (event.type()) {
      case CHANNEL_CREATED -> periods.begin(transaction, event.key(), free(event));
      case TrialStarted.TYPE -> begin(transaction, event.as(TrialStarted.class));
      case PeriodStarted.TYPE -> begin(transaction, event.as(PeriodStarted.class));
      case TrialEnded.TYPE -> end(transaction, event.as(TrialEnded.class));
      default -> end(transaction, event.as(SubscriptionEnded.class));
    };
  }

  private static ChannelPlan free(IncomingEvent event) {
    ChannelView channel = event.as(ChannelView.class);
    return ChannelPlan.neverPaid(channel.priceBook(), channel.priceBookVersion());
  }

  private Uni<Void> begin(Transaction transaction, TrialStarted trial) {
    ChannelPlan plan =
        plan(
            Standing.TRIAL,
            trial.plan(),
            trial.priceBook(),
            trial.priceBookVersion(),
            trial.startedAt(),
            trial.endsAt());
    return periods.begin(transaction, trial.channel(), plan);
  }

  private Uni<Void> begin(Transaction transaction, PeriodStarted period) {
    ChannelPlan plan =
        plan(
            Standing.PAID,
            period.plan(),
            period.priceBook(),
            period.priceBookVersion(),
            period.start(),
            period.end());
    return periods.begin(transaction, period.channel(), plan);
  }

  private static ChannelPlan plan(
      Standing standing, String plan, String book, int version, Instant since, Instant until) {
    return new ChannelPlan(standing, plan, book, version, since, until);
  }

  /** When it converts, the paid period's own event follows, and usage waits for it. */
  private Uni<Void> end(Transaction transaction, TrialEnded trial) {
    return trial.converted()
        ? periods.end(transaction, trial.channel(), trial.at())
        : periods.beginFree(transaction, trial.channel(), trial.at());
  }

  private Uni<Void> end(Transaction transaction, SubscriptionEnded ended) {
    return periods.beginFree(transaction, ended.channel(), ended.at());
  }
}
