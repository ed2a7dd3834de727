package dev.countinghouse.prepaid.limit;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.CountedUse;
import dev.countinghouse.prepaid.usage.DecideUsage;
import dev.countinghouse.prepaid.usage.FindItem;
import dev.countinghouse.prepaid.usage.TakeUpUsage;
import dev.countinghouse.prepaid.usage.UsagePeriods;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets or lifts a limit, and decides again what limits have withheld (PRE-16). */
@ApplicationScoped
public class SetLimit {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final FindItem items;
  private final UsageLimits limits;
  private final TakeUpUsage usage;
  private final UsagePeriods periods;
  private final DecideUsage decide;

  SetLimit(
      Transactions transactions,
      ChannelClock clock,
      FindItem items,
      UsageLimits limits,
      TakeUpUsage usage,
      UsagePeriods periods,
      DecideUsage decide) {
    this.transactions = transactions;
    this.clock = clock;
    this.items = items;
    this.limits = limits;
    this.usage = usage;
    this.periods = periods;
    this.decide = decide;
  }

  /**
   * Sets it from now on.
   *
   * @param monthly null lifts it
   */
  public Uni<Void> set(String channel, String item, @Nullable Long monthly) {
    return clock
        .now(channel)
        .call(now -> items.find(now, item).invoke(SetLimit::refuseUnmeasured))
        .chain(now -> transactions.run(transaction -> set(transaction, now, item, monthly)));
  }

  /** What happened until now is decided by the limit of until now. */
  private Uni<Void> set(
      Transaction transaction, ChannelNow now, String item, @Nullable Long monthly) {
    return usage
        .takeUp(transaction, now)
        .chain(() -> limits.set(transaction, now, item, monthly))
        .chain(() -> periods.release(transaction, now.channel(), item, now.now()))
        .chain(withheld -> decideAgain(transaction, now, item, withheld));
  }

  private Uni<Void> decideAgain(
      Transaction transaction, ChannelNow now, String item, List<CountedUse> withheld) {
    return withheld.isEmpty()
        ? Uni.createFrom().voidItem()
        : decide.decide(transaction, now, Map.of(item, withheld));
  }

  private static void refuseUnmeasured(BookItem item) {
    if (!item.windowed() || item.meter() == null) {
      throw new ProblemException(
          Problem.of(422, "prepaid.not-metered", "No meter counts usage of the item.")
              .blaming("item", "an item whose usage is metered"));
    }
  }
}
