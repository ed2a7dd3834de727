package dev.countinghouse.prepaid.order;

import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.prepaid.PrepaidLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Has an order paid by subscription-service, under the order's own id, so that it is charged once
 * however often it is asked (PU-4).
 */
@ApplicationScoped
class ChargeOrder {

  private static final String LOTS = "prepaid-purchase";
  private static final String POINTS = "pu-top-up";

  /** Refusals that say that nothing stands under the id, and that nothing can. */
  private static final Set<String> NEVER_CHARGED = Set.of("charge.invalid", "channel.not-found");

  private final SubscriptionCharges charges;
  private final ServiceRefusal refusal;
  private final PrepaidLimits limits;

  ChargeOrder(
      @RestClient SubscriptionCharges charges, ServiceRefusal refusal, PrepaidLimits limits) {
    this.charges = charges;
    this.refusal = refusal;
    this.limits = limits;
  }

  /**
   * Asks until there is an answer, a bounded number of times. What costs nothing is paid without a
   * question, and has no invoice.
   *
   * @param order with its frozen price
   * @return what is known; a {@link ChargePending} failure, or that of an outage, while nothing is
   */
  Uni<ChargeOutcome> charge(Order order) {
    if (order.chargeMinor() == 0) {
      return Uni.createFrom().item(new ChargeOutcome.Paid(null));
    }
    ChargeRequest request = request(order);
    return Uni.createFrom()
        .deferred(() -> charges.charge(order.channel(), order.id(), request))
        .map(answer -> outcome(order, answer))
        .onFailure(ChargePending.class)
        .retry()
        .withBackOff(limits.chargeBackoff())
        .atMost(limits.chargeAttempts())
        .onFailure()
        .recoverWithUni(this::refused);
  }

  static ChargeRequest request(Order order) {
    boolean isOfLots = order.lines().stream().anyMatch(Order.Line::windowed);
    return new ChargeRequest(
        isOfLots ? LOTS : POINTS,
        order.chargeAt(),
        order.frozenCurrency(),
        order.lines().stream().map(ChargeOrder::chargeLine).toList());
  }

  private static ChargeLine chargeLine(Order.Line line) {
    return new ChargeLine(
        line.description(), line.item(), Long.toString(line.monthlyQuantity()), line.chargeMinor());
  }

  static ChargeOutcome outcome(Order order, ChargeAnswer answer) {
    return switch (answer.status()) {
      case ChargeAnswer.PAID -> new ChargeOutcome.Paid(answer.invoice());
      case ChargeAnswer.DECLINED ->
          new ChargeOutcome.NotPaid(
              Objects.requireNonNullElse(answer.reason(), "payment.declined"));
      case ChargeAnswer.PENDING -> throw new ChargePending(order.id());
      default -> throw new IllegalStateException("a charge came out as " + answer.status());
    };
  }

  private Uni<ChargeOutcome> refused(Throwable failure) {
    return refusal
        .code(failure)
        .map(code -> Uni.createFrom().item(refused(code)))
        .orElseGet(() -> Uni.createFrom().failure(failure));
  }

  private static ChargeOutcome refused(String code) {
    return NEVER_CHARGED.contains(code)
        ? new ChargeOutcome.NotPaid(code)
        : new ChargeOutcome.Disputed(code);
  }
}
