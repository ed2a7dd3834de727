package dev.countinghouse.prepaid.plan;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.SubscriptionChannels;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What a channel is on; asks subscription-service when its event is not here yet. */
@ApplicationScoped
public class FindPlan {

  private final Transactions transactions;
  private final ChannelPlans plans;
  private final SubscriptionChannels subscription;

  FindPlan(
      Transactions transactions,
      ChannelPlans plans,
      @RestClient SubscriptionChannels subscription) {
    this.transactions = transactions;
    this.plans = plans;
    this.subscription = subscription;
  }

  /** Outside a transaction; {@code now} is of a channel that exists. */
  public Uni<ChannelPlan> find(ChannelNow now) {
    return transactions
        .run(transaction -> plans.find(transaction, now.channel()))
        .onItem()
        .ifNull()
        .switchTo(() -> ask(now));
  }

  private Uni<ChannelPlan> ask(ChannelNow now) {
    return subscription
        .channel(now.channel())
        .map(FollowPlan::onFree)
        .call(plan -> keep(now.channel(), plan));
  }

  private Uni<Void> keep(String channel, ChannelPlan plan) {
    return transactions.run(transaction -> plans.putIfUnknown(transaction, channel, plan));
  }
}
