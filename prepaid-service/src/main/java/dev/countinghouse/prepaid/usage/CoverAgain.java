package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.LotTerm;
import dev.countinghouse.prepaid.domain.UncoveredUse;
import dev.countinghouse.prepaid.window.DrawPlace;
import dev.countinghouse.prepaid.window.LockUsage;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * Has a lot cover usage of its days that came before it did: a lot is valid from the first instant
 * of a day, and is created when its charge is answered, or comes back when a refund was declined.
 * What stands on an invoice stays there.
 */
@ApplicationScoped
public class CoverAgain {

  private final LockUsage lock;
  private final TakeUpUsage usage;
  private final UncoveredUses uncovered;
  private final LotAccounts lots;

  CoverAgain(LockUsage lock, TakeUpUsage usage, UncoveredUses uncovered, LotAccounts lots) {
    this.lock = lock;
    this.usage = usage;
    this.uncovered = uncovered;
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
    if (uses.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<LocalDate> days = uses.stream().map(UncoveredUse::day).sorted().toList();
    LotAccounts.Wanted wanted = new LotAccounts.Wanted(item, days.getFirst(), days.getLast());
    return lots.lockNext(transaction, channel, wanted, DrawPlace.FIRST, Integer.MAX_VALUE)
        .chain(valid -> cover(transaction, channel, item, uses, valid));
  }

  private Uni<Void> cover(
      Transaction transaction,
      String channel,
      String item,
      List<UncoveredUse> uses,
      List<LotAccount> valid) {
    UncoveredUse.Again again = UncoveredUse.coverAgain(valid, uses);
    return lots.store(transaction, channel, valid, again.lots())
        .chain(() -> uncovered.putBack(transaction, channel, item, uses, again.rest()));
  }
}
