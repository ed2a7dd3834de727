package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.UsageDecision;
import dev.countinghouse.prepaid.window.DrawPlace;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks lots for what is beyond the allowance, page by page in their draw order (PRE-6): as many as
 * it takes and no more, so that usage costs the same however many lots a channel has.
 *
 * <p>Locks are taken in one order, so that two transactions cannot wait for each other: the
 * channel's usage, then lots by item and draw order. Whoever changes windows holds the first; a
 * refund may lock one lot alone.
 */
@ApplicationScoped
class DrawLots {

  private final LotAccounts lots;
  private final PrepaidLimits limits;

  DrawLots(LotAccounts lots, PrepaidLimits limits) {
    this.lots = lots;
    this.limits = limits;
  }

  /**
   * Settles the decisions.
   *
   * @param decisions by item, in the order in which lots are locked
   */
  Uni<Map<String, UsageDecision>> draw(
      Transaction transaction, String channel, Map<String, UsageDecision> decisions) {
    Map<String, UsageDecision> settled = new TreeMap<>();
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Map.Entry<String, UsageDecision> of : decisions.entrySet()) {
      done =
          done.chain(() -> draw(transaction, channel, of.getKey(), of.getValue()))
              .invoke(drawn -> settled.put(of.getKey(), drawn.settled()))
              .replaceWithVoid();
    }
    return done.replaceWith(settled);
  }

  private Uni<UsageDecision> draw(
      Transaction transaction, String channel, String item, UsageDecision decision) {
    if (!decision.wantsLots()) {
      return Uni.createFrom().item(decision);
    }
    return Multi.createBy()
        .repeating()
        .uni(() -> new Progress(decision), so -> page(transaction, channel, item, so))
        .whilst(Drawn::isMore)
        .collect()
        .last()
        .map(Drawn::decision);
  }

  private Uni<Drawn> page(Transaction transaction, String channel, String item, Progress so) {
    return page(transaction, channel, item, so.far).invoke(drawn -> so.far = drawn);
  }

  private Uni<Drawn> page(Transaction transaction, String channel, String item, Drawn before) {
    LotAccounts.Wanted wanted = LotAccounts.Wanted.on(item, before.decision().coverage().rest());
    return lots.lockNext(transaction, channel, wanted, before.place(), limits.drawPage())
        .map(page -> drawn(before, page));
  }

  private Drawn drawn(Drawn before, List<LotAccount> page) {
    UsageDecision decision = before.decision().by(page);
    return page.size() < limits.drawPage()
        ? new Drawn(decision, before.place(), false)
        : new Drawn(decision, DrawPlace.of(page.getLast()), decision.wantsLots());
  }

  /**
   * How far it is.
   *
   * @param place of the last lot that was asked
   * @param isMore whether lots are left that may have to be asked
   */
  private record Drawn(UsageDecision decision, DrawPlace place, boolean isMore) {}

  /** What one page leaves to the next. */
  private static final class Progress {

    Drawn far;

    Progress(UsageDecision decision) {
      this.far = new Drawn(decision, DrawPlace.FIRST, true);
    }
  }
}
