package dev.countinghouse.prepaid.order;

import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.prepaid.order.Order.Status;
import dev.countinghouse.prepaid.order.ResolveOrder.Resolution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What subscription-service has on its books of an order in review, asked before an operator's word
 * is taken: what is paid or declined there stays so.
 */
@ApplicationScoped
public class LookUpCharge {

  private static final ChargeAnswer UNKNOWN = new ChargeAnswer("unknown", null, null);
  private static final Set<String> ABSENT = Set.of("charge.not-found", "channel.not-found");

  private final FindOrder orders;
  private final SubscriptionCharges charges;
  private final ServiceRefusal refusal;

  LookUpCharge(FindOrder orders, @RestClient SubscriptionCharges charges, ServiceRefusal refusal) {
    this.orders = orders;
    this.charges = charges;
    this.refusal = refusal;
  }

  /**
   * Looks it up. Before an order is said to be not paid its id is voided where nothing stands under
   * it, so that a question still on its way cannot charge it.
   *
   * @return status {@code unknown} where there is nothing, or nothing to ask about
   */
  public Uni<ChargeAnswer> lookUp(String channel, String id, Resolution resolution) {
    return orders.find(channel, id).chain(order -> lookUp(order, resolution));
  }

  private Uni<ChargeAnswer> lookUp(@Nullable Order order, Resolution resolution) {
    return order != null && order.status() == Status.REVIEW
        ? ask(order.channel(), order.id(), resolution)
        : Uni.createFrom().item(UNKNOWN);
  }

  private Uni<ChargeAnswer> ask(String channel, String id, Resolution resolution) {
    return switch (resolution) {
      case Resolution.Paid ignored -> orUnknown(charges.find(channel, id));
      case Resolution.NotPaid ignored -> orUnknown(charges.voidUnknown(channel, id));
      case Resolution.AskAgain ignored -> Uni.createFrom().item(UNKNOWN);
    };
  }

  private Uni<ChargeAnswer> orUnknown(Uni<ChargeAnswer> answer) {
    return answer.onFailure(this::isAbsent).recoverWithItem(UNKNOWN);
  }

  private boolean isAbsent(Throwable failure) {
    return refusal.code(failure).filter(ABSENT::contains).isPresent();
  }
}
