package dev.countinghouse.prepaid.refund;

import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.prepaid.order.ServiceRefusal;
import dev.countinghouse.prepaid.refund.Refund.Status;
import dev.countinghouse.prepaid.refund.ResolveRefund.Resolution;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What subscription-service has on its books of a refund in review, asked before an operator's word
 * is taken: what is refunded or declined there stays so.
 */
@ApplicationScoped
class LookUpRefund {

  private static final RefundAnswer UNKNOWN = new RefundAnswer("unknown", null, null);
  private static final Set<String> ABSENT = Set.of("refund.not-found", "channel.not-found");

  private final Transactions transactions;
  private final Refunds refunds;
  private final SubscriptionRefunds subscription;
  private final ServiceRefusal refusal;

  LookUpRefund(
      Transactions transactions,
      Refunds refunds,
      @RestClient SubscriptionRefunds subscription,
      ServiceRefusal refusal) {
    this.transactions = transactions;
    this.refunds = refunds;
    this.subscription = subscription;
    this.refusal = refusal;
  }

  /**
   * Looks it up. Before a refund is said to be declined its id is voided where nothing stands under
   * it, so that a question still on its way cannot pay it back.
   *
   * @param id of the refund
   * @return status {@code unknown} where there is nothing, or nothing to ask about
   */
  Uni<RefundAnswer> lookUp(String channel, String lot, String id, Resolution resolution) {
    return transactions
        .run(transaction -> refunds.lock(transaction, channel, id))
        .chain(refund -> lookUp(lot, refund, resolution));
  }

  private Uni<RefundAnswer> lookUp(String lot, @Nullable Refund refund, Resolution resolution) {
    return refund != null && refund.lot().id().equals(lot) && refund.status() == Status.REVIEW
        ? ask(refund.channel(), refund.id(), resolution)
        : Uni.createFrom().item(UNKNOWN);
  }

  private Uni<RefundAnswer> ask(String channel, String id, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Refunded ignored -> orUnknown(subscription.find(channel, id));
      case Resolution.Declined ignored -> orUnknown(subscription.voidUnknown(channel, id));
      case Resolution.AskAgain ignored -> Uni.createFrom().item(UNKNOWN);
    };
  }

  private Uni<RefundAnswer> orUnknown(Uni<RefundAnswer> answer) {
    return answer.onFailure(this::isAbsent).recoverWithItem(UNKNOWN);
  }

  private boolean isAbsent(Throwable failure) {
    return refusal.code(failure).filter(ABSENT::contains).isPresent();
  }
}
