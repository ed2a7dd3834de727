package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.Coverage;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.LotTerm;
import dev.countinghouse.prepaid.domain.UncoveredUse;
import dev.countinghouse.prepaid.domain.UsageDecision;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Has a lot cover usage of its days that came before it did: a lot is valid from the first instant
 * of a day, and is created when its charge is answered, or comes back when a refund was declined.
 * What stands on an invoice stays there. Lots are asked page by page, as usage asks them.
 */
@ApplicationScoped
public class CoverAgain {

  private final LockUsage lock;
  private final TakeUpUsage usage;
  private final UncoveredUses uncovered;
  private final ForgetUses forget;
  private final DrawLots draw;
  private final LotAccounts lots;

  CoverAgain(
      LockUsage lock,
      TakeUpUsage usage,
      UncoveredUses uncovered,
      ForgetUses forget,
      DrawLots draw,
      LotAccounts lots) {
    this.lock = lock;
    this.usage = usage;
    this.uncovered = uncovered;
    this.forget = forget;
    this.draw = draw;
    this.lots = lots;
  }

  /**
   * Decides again what nothing covered on the days of a lot that is in the table by now.
   *
   * @param now of its channel
   */
  public Uni<Void> cover(Transaction transaction, ChannelNow now, String item, LotTerm term) {
    return lock.lock(transaction, now.channel())
        .chain(() -> usage.takeUpIfRipe(transaction, now))
        .chain(() -> take(transaction, now, item, term))
        .chain(uses -> cover(transaction, now.channel(), item, uses));
  }

  private Uni<List<UncoveredUse>> take(
      Transaction transaction, ChannelNow now, String item, LotTerm term) {
    return uncovered.take(transaction, now.channel(), item, term.start(), term.lastValidDay());
  }

  private Uni<Void> cover(
      Transaction transaction, String channel, String item, List<UncoveredUse> uses) {
    return uses.isEmpty()
        ? Uni.createFrom().voidItem()
        : forget
            .forget(transaction, channel, item, uses)
            .chain(() -> draw.draw(transaction, channel, again(item, uses)))
            .map(settled -> Objects.requireNonNull(settled.get(item)).coverage())
            .chain(coverage -> store(transaction, channel, item, uses, coverage));
  }

  private static Map<String, UsageDecision> again(String item, List<UncoveredUse> uses) {
    return Map.of(item, UsageDecision.again(uses));
  }

  private Uni<Void> store(
      Transaction transaction,
      String channel,
      String item,
      List<UncoveredUse> uses,
      Coverage coverage) {
    List<LotAccount> before = List.copyOf(coverage.before().values());
    List<LotAccount> after = List.copyOf(coverage.after().values());
    return lots.store(transaction, channel, before, after)
        .chain(() -> uncovered.putBack(transaction, channel, item, uses, coverage.rest()));
  }
}
