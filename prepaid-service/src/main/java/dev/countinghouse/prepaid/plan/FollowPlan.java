package dev.countinghouse.prepaid.plan;

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
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps what channels are on (PRE-12). */
@ApplicationScoped
@Priority(InboxOrder.PLAN)
public class FollowPlan implements InboxHandler {

  static final String CHANNEL_CREATED = "channel.created";

  private final ChannelPlans plans;

  FollowPlan(ChannelPlans plans) {
    this.plans = plans;
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
    return switch (event.type()) {
      case CHANNEL_CREATED -> created(transaction, event);
      case TrialStarted.TYPE -> trial(transaction, event.as(TrialStarted.class));
      case TrialEnded.TYPE -> ended(transaction, event.as(TrialEnded.class));
      case PeriodStarted.TYPE -> paid(transaction, event.as(PeriodStarted.class));
      default -> free(transaction, event.as(SubscriptionEnded.class));
    };
  }

  private Uni<Void> created(Transaction transaction, IncomingEvent event) {
    ChannelPlan plan = onFree(event.as(ChannelView.class));
    return plans.putIfUnknown(transaction, event.key(), plan);
  }

  /** What a channel is on before it has tried or paid for anything (SUB-1). */
  static ChannelPlan onFree(ChannelView channel) {
    return ChannelPlan.neverPaid(channel.priceBook(), channel.priceBookVersion());
  }

  private Uni<Void> trial(Transaction transaction, TrialStarted trial) {
    return plans.put(
        transaction,
        trial.channel(),
        new ChannelPlan(
            Standing.TRIAL,
            trial.plan(),
            trial.priceBook(),
            trial.priceBookVersion(),
            trial.startedAt(),
            trial.endsAt()));
  }

  /** When it converts, the paid period's own event follows. */
  private Uni<Void> ended(Transaction transaction, TrialEnded trial) {
    return trial.converted()
        ? Uni.createFrom().voidItem()
        : plans.toFree(transaction, trial.channel(), trial.at());
  }

  private Uni<Void> paid(Transaction transaction, PeriodStarted period) {
    return plans.put(
        transaction,
        period.channel(),
        new ChannelPlan(
            Standing.PAID,
            period.plan(),
            period.priceBook(),
            period.priceBookVersion(),
            period.start(),
            period.end()));
  }

  private Uni<Void> free(Transaction transaction, SubscriptionEnded ended) {
    return plans.toFree(transaction, ended.channel(), ended.at());
  }
}
