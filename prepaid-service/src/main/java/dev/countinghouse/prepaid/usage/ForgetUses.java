package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.UncoveredUse;
import dev.countinghouse.prepaid.window.DrawPlace;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Has the windows of lots forget what is decided again, page by page against the draw order: what
 * is uncovered is remembered with the last lot that was valid then, so the first page is mostly
 * enough, however many lots a channel has.
 */
@ApplicationScoped
class ForgetUses {

  private final LotAccounts lots;
  private final PrepaidLimits limits;

  ForgetUses(LotAccounts lots, PrepaidLimits limits) {
    this.lots = lots;
    this.limits = limits;
  }

  /**
   * Takes them out of the windows, if they are there.
   *
   * @param uses at least one
   */
  Uni<Void> forget(Transaction transaction, String channel, String item, List<UncoveredUse> uses) {
    return Multi.createBy()
        .repeating()
        .uni(() -> new Progress(uses), so -> page(transaction, channel, item, so))
        .whilst(Left::isMore)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Left> page(Transaction transaction, String channel, String item, Progress so) {
    return page(transaction, channel, item, so.far).invoke(left -> so.far = left);
  }

  private Uni<Left> page(Transaction transaction, String channel, String item, Left before) {
    LotAccounts.Wanted wanted = LotAccounts.Wanted.on(item, before.uses());
    return lots.lockPrevious(transaction, channel, wanted, before.place(), limits.drawPage())
        .chain(page -> forget(transaction, channel, before, page));
  }

  private Uni<Left> forget(
      Transaction transaction, String channel, Left before, List<LotAccount> page) {
    UncoveredUse.Forgotten forgotten = UncoveredUse.forget(page, before.uses());
    boolean isLast = page.size() < limits.drawPage() || forgotten.left().isEmpty();
    DrawPlace place = isLast ? before.place() : DrawPlace.of(page.getLast());
    return lots.store(transaction, channel, page, forgotten.lots())
        .replaceWith(new Left(forgotten.left(), place, !isLast));
  }

  /**
   * How far it is.
   *
   * @param uses what no lot asked so far remembered
   * @param place of the last lot that was asked
   * @param isMore whether lots are left that may have to be asked
   */
  private record Left(List<UncoveredUse> uses, DrawPlace place, boolean isMore) {}

  /** What one page leaves to the next. */
  private static final class Progress {

    Left far;

    Progress(List<UncoveredUse> uses) {
      this.far = new Left(uses, DrawPlace.LAST, true);
    }
  }
}
