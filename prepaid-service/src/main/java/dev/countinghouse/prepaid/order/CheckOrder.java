package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.catalogue.BoughtQuantities;
import dev.countinghouse.prepaid.catalogue.Catalogue;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.OrderDecision;
import dev.countinghouse.prepaid.domain.OrderDecision.Terms;
import dev.countinghouse.prepaid.domain.OrderLine;
import dev.countinghouse.prepaid.plan.ChannelPlans;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Prices lines and checks them against the channel's standing and limits (PRE-8, PRE-10 to PRE-12).
 */
@ApplicationScoped
public class CheckOrder {

  private final ChannelPlans plans;
  private final BoughtQuantities bought;

  CheckOrder(ChannelPlans plans, BoughtQuantities bought) {
    this.plans = plans;
    this.bought = bought;
  }

  /**
   * Decides on the plan as it is now; other orders of the channel wait until the transaction ends,
   * so that what is accepted can be stored.
   *
   * @param id of the order or reservation itself: what it has stored of itself does not count
   */
  public Uni<OrderDecision> check(
      Transaction transaction, Catalogue catalogue, Terms terms, String id, List<OrderLine> lines) {
    String channel = catalogue.now().channel();
    return plans
        .findAndLock(transaction, channel)
        .map(stored -> stored == null ? catalogue.plan() : stored)
        .invoke(plan -> catalogue.mustBeOf(plan))
        .chain(plan -> check(transaction, catalogue, plan, terms, id, lines));
  }

  /** Other orders of the channel wait until the transaction ends. Taken before any order's row. */
  public Uni<Void> lock(Transaction transaction, String channel) {
    return plans.findAndLock(transaction, channel).replaceWithVoid();
  }

  private Uni<OrderDecision> check(
      Transaction transaction,
      Catalogue catalogue,
      ChannelPlan plan,
      Terms terms,
      String id,
      List<OrderLine> lines) {
    return bought
        .find(transaction, catalogue.now().channel(), catalogue.now().today(), id)
        .map(has -> decide(terms, plan, catalogue, has, lines));
  }

  private static OrderDecision decide(
      Terms terms,
      ChannelPlan plan,
      Catalogue catalogue,
      Map<String, Long> has,
      List<OrderLine> lines) {
    return OrderDecision.decide(terms, plan, catalogue.book(), has, lines);
  }
}
