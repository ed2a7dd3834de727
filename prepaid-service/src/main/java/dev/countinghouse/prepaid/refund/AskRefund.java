package dev.countinghouse.prepaid.refund;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.lot.Lot;
import dev.countinghouse.prepaid.order.InvoiceLines;
import dev.countinghouse.prepaid.order.ServiceRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Has a lot paid back by subscription-service, under the refund's own id, so that it is paid back
 * once however often it is asked (PU-4).
 */
@ApplicationScoped
class AskRefund {

  /** The charge's own payment has no answer yet: the refund waits for it. */
  private static final String CHARGE_PENDING = "charge.pending";

  /** Refusals that say that nothing stands under the id, and that nothing can. */
  private static final Set<String> NEVER_REFUNDED =
      Set.of("refund.invalid", "charge.not-found", "channel.not-found");

  private final SubscriptionRefunds refunds;
  private final ServiceRefusal refusal;
  private final PrepaidLimits limits;

  AskRefund(@RestClient SubscriptionRefunds refunds, ServiceRefusal refusal, PrepaidLimits limits) {
    this.refunds = refunds;
    this.refusal = refusal;
    this.limits = limits;
  }

  /**
   * Asks until there is an answer, a bounded number of times. For what cost nothing there is no
   * question, and no credit note.
   *
   * @return what is known; a {@link RefundPending} failure, or that of an outage, while nothing is
   */
  Uni<RefundOutcome> ask(Refund refund) {
    if (refund.amountMinor() == 0) {
      return Uni.createFrom().item(new RefundOutcome.Refunded(null));
    }
    RefundRequest request = request(refund);
    return Uni.createFrom()
        .deferred(() -> refunds.refund(refund.channel(), refund.id(), request))
        .map(answer -> outcome(refund, answer))
        .onFailure(RefundPending.class)
        .retry()
        .withBackOff(limits.chargeBackoff())
        .atMost(limits.chargeAttempts())
        .onFailure()
        .recoverWithUni(failure -> refused(refund, failure));
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

  static RefundOutcome outcome(Refund refund, RefundAnswer answer) {
    return switch (answer.status()) {
      case RefundAnswer.REFUNDED -> new RefundOutcome.Refunded(answer.creditNote());
      case RefundAnswer.DECLINED ->
          new RefundOutcome.Declined(
              Objects.requireNonNullElse(answer.reason(), "refund.declined"));
      case RefundAnswer.PENDING -> throw new RefundPending(refund.id());
      default -> throw new IllegalStateException("a refund came out as " + answer.status());
    };
  }

  private Uni<RefundOutcome> refused(Refund refund, Throwable failure) {
    return refusal
        .code(failure)
        .map(code -> Uni.createFrom().item(() -> refused(refund, code)))
        .orElseGet(() -> Uni.createFrom().failure(failure));
  }

  private static RefundOutcome refused(Refund refund, String code) {
    if (code.equals(CHARGE_PENDING)) {
      throw new RefundPending(refund.id());
    }
    return NEVER_REFUNDED.contains(code)
        ? new RefundOutcome.Declined(code)
        : new RefundOutcome.Disputed(code);
  }
}
