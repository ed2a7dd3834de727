package dev.countinghouse.prepaid.refund;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.order.InvoiceLines;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Has a lot paid back by subscription-service, under the refund's own id, so that it is paid back
 * once however often it is asked (PU-4).
 */
@ApplicationScoped
class AskRefund {

  private final SubscriptionRefunds refunds;
  private final PrepaidLimits limits;

  AskRefund(@RestClient SubscriptionRefunds refunds, PrepaidLimits limits) {
    this.refunds = refunds;
    this.limits = limits;
  }

  /**
   * Asks until there is an answer, a bounded number of times. For what cost nothing there is no
   * question, and no credit note.
   *
   * @return refunded or declined; a {@link RefundPending} failure when neither is known yet
   */
  Uni<RefundAnswer> ask(Refund refund) {
    if (refund.amountMinor() == 0) {
      return Uni.createFrom().item(new RefundAnswer(RefundAnswer.REFUNDED, null, null));
    }
    RefundRequest request = request(refund);
    return Uni.createFrom()
        .deferred(() -> refunds.refund(refund.channel(), refund.id(), request))
        .invoke(answer -> known(refund, answer))
        .onFailure(RefundPending.class)
        .retry()
        .withBackOff(limits.chargeBackoff())
        .atMost(limits.chargeAttempts());
  }

  static RefundRequest request(Refund refund) {
    Lot lot = refund.lot();
    return new RefundRequest(
        lot.payment().order(),
        refund.askedAt(),
        refund.currency(),
        List.of(
            new ChargeLine(
                InvoiceLines.description(lot.item(), lot.monthlyQuantity(), !lot.isPoints()),
                lot.item(),
                Long.toString(lot.monthlyQuantity()),
                refund.amountMinor())));
  }

  private static void known(Refund refund, RefundAnswer answer) {
    if (answer.status().equals(RefundAnswer.PENDING)) {
      throw new RefundPending(refund.id());
    }
  }
}
