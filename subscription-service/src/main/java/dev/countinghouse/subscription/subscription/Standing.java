package dev.countinghouse.subscription.subscription;

import dev.countinghouse.subscription.domain.Selection;
import dev.countinghouse.subscription.domain.SubscriptionStatus;
import dev.countinghouse.subscription.trial.Trial;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel stands now.
 *
 * @param selection the plan and add-ons whose functions it has
 */
public record Standing(
    SubscriptionStatus status,
    Selection selection,
    @Nullable Subscription subscription,
    @Nullable Trial trial) {

  /** Reads it, in the session at hand. */
  public static Uni<Standing> of(String channel) {
    return Subscription.of(channel)
        .chain(subscription -> Trial.of(channel).map(trial -> of(subscription, trial)));
  }

  private static Standing of(@Nullable Subscription subscription, @Nullable Trial trial) {
    if (subscription != null && subscription.status.isPaid()) {
      return new Standing(subscription.status, subscription.selection(), subscription, trial);
    }
    if (trial != null && trial.isRunning()) {
      return new Standing(SubscriptionStatus.TRIAL, trial.selection(), null, trial);
    }
    return new Standing(SubscriptionStatus.FREE, Selection.FREE, null, trial);
  }
}
