package dev.countinghouse.prepaid.order;

import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.prepaid.PrepaidLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Has an order paid by subscription-service, under the order's own id, so that it is charged once
 * however often it is asked (PU-4).
 */
@ApplicationScoped
class ChargeOrder {

  private static final String LOTS = "prepaid-purchase";
  private static final String POINTS = "pu-top-up";

  private final SubscriptionCharges charges;
  private final PrepaidLimits limits;

  ChargeOrder(@RestClient SubscriptionCharges charges, PrepaidLimits limits) {
    this.charges = charges;
    this.limits = limits;
  }

  /**
   * Asks until there is an answer, a bounded number of times. What costs nothing is paid without a
   * question, and has no invoice.
   *
   * @param order with its frozen price
   * @return paid or declined; a {@link ChargePending} failure when neither is known yet
   */
  Uni<ChargeAnswer> charge(Order order) {
    if (order.chargeMinor() == 0) {
      return Uni.createFrom().item(new ChargeAnswer(ChargeAnswer.PAID, null, null));
    }
    ChargeRequest request = request(order);
    return Uni.createFrom()
        .deferred(() -> charges.charge(order.channel(), order.id(), request))
        .invoke(answer -> known(order, answer))
        .onFailure(ChargePending.class)
        .retry()
        .withBackOff(limits.chargeBackoff())
        .atMost(limits.chargeAttempts());
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

  private static void known(Order order, ChargeAnswer answer) {
    if (answer.status().equals(ChargeAnswer.PENDING)) {
      throw new ChargePending(order.id());
    }
  }
}
