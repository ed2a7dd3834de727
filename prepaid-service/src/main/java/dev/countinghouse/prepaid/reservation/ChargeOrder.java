package dev.countinghouse.prepaid.reservation;

import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import dev.countinghouse.prepaid.PrepaidLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Has an order paid by subscription-service, under the order's own id, so that it is charged once
 * however often it is asked (PU-4).
 */
@ApplicationScoped
class ChargeOrder {

  static final String KIND = "prepaid-purchase";

  private final SubscriptionCharges charges;
  private final PrepaidLimits limits;

  ChargeOrder(@RestClient SubscriptionCharges charges, PrepaidLimits limits) {
    this.charges = charges;
    this.limits = limits;
  }

  /**
   * Asks until there is an answer, a bounded number of times.
   *
   * @param lines of one order, with their frozen charges
   * @return paid or declined; a {@link ChargePending} failure when neither is known yet
   */
  Uni<ChargeAnswer> charge(String channel, List<Reservation> lines) {
    String order = lines.get(0).order();
    ChargeRequest request = request(lines);
    return Uni.createFrom()
        .deferred(() -> charges.charge(channel, order, request))
        .invoke(answer -> known(order, answer))
        .onFailure(ChargePending.class)
        .retry()
        .withBackOff(limits.chargeBackoff())
        .atMost(limits.chargeAttempts());
  }

  static ChargeRequest request(List<Reservation> lines) {
    Reservation first = lines.get(0);
    String currency = Objects.requireNonNull(first.currency());
    return new ChargeRequest(
        KIND,
        first.frozenBilling(),
        currency,
        lines.stream().map(ChargeOrder::chargeLine).toList());
  }

  private static ChargeLine chargeLine(Reservation line) {
    String description =
        "Prepaid " + line.item() + ", " + line.monthlyQuantity() + " a month for 12 months";
    return new ChargeLine(
        description, line.item(), Long.toString(line.monthlyQuantity()), line.frozenChargeMinor());
  }

  private static void known(String order, ChargeAnswer answer) {
    if (answer.status().equals(ChargeAnswer.PENDING)) {
      throw new ChargePending(order);
    }
  }
}
