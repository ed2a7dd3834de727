package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.CountedUse;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.PeriodUse;
import dev.countinghouse.prepaid.domain.UsageDecision;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one way in which usage takes from allowances and lots: load, decide, store, in a few
 * statements. The caller holds the channel's usage lock.
 */
@ApplicationScoped
public class DecideUsage {

  private final LotAccounts lots;
  private final DrawLots draw;
  private final UsagePeriods periods;
  private final UncoveredUses uncovered;
  private final LateUsage late;
  private final UsageThresholds thresholds;
  private final DueWork dueWork;

  DecideUsage(
      LotAccounts lots,
      DrawLots draw,
      UsagePeriods periods,
      UncoveredUses uncovered,
      LateUsage late,
      UsageThresholds thresholds,
      DueWork dueWork) {
    this.lots = lots;
    this.draw = draw;
    this.periods = periods;
    this.uncovered = uncovered;
    this.late = late;
    this.thresholds = thresholds;
    this.dueWork = dueWork;
  }

  /**
   * Decides what counters counted, and writes it, in {@code transaction}.
   *
   * @param now of the channel
   * @param byItem usage by item, in the order in which it takes
   */
  public Uni<Void> decide(
      Transaction transaction, ChannelNow now, Map<String, List<CountedUse>> byItem) {
    return decide(transaction, now, byItem, BookItem.Kind.COUNTER);
  }

  /** As {@link #decide}, for what gauges read at a period's end. */
  public Uni<Void> decideGauges(
      Transaction transaction, ChannelNow now, Map<String, List<CountedUse>> byItem) {
    return decide(transaction, now, byItem, BookItem.Kind.GAUGE);
  }

  private Uni<Void> decide(
      Transaction transaction,
      ChannelNow now,
      Map<String, List<CountedUse>> byItem,
      BookItem.Kind kind) {
    return byItem.isEmpty()
        ? Uni.createFrom().voidItem()
        : periods
            .load(transaction, now.channel(), byItem, kind)
            .chain(uses -> draw.draw(transaction, now.channel(), letThrough(uses, byItem)))
            .call(decisions -> store(transaction, now.channel(), decisions))
            .chain(decisions -> thresholds.put(transaction, now, decisions))
            .chain(isReached -> isReached ? tell(transaction, now) : Uni.createFrom().voidItem());
  }

  private Uni<Void> tell(Transaction transaction, ChannelNow now) {
    return dueWork.schedule(
        transaction, now.channel(), TellThresholds.KIND, TellThresholds.ID, now.now());
  }

  private static Map<String, UsageDecision> letThrough(
      Map<String, List<PeriodUse>> uses, Map<String, List<CountedUse>> byItem) {
    Map<String, UsageDecision> decisions = new TreeMap<>();
    uses.forEach(
        (item, of) ->
            decisions.put(item, UsageDecision.of(of, byItem.getOrDefault(item, List.of()))));
    return decisions;
  }

  private Uni<Void> store(
      Transaction transaction, String channel, Map<String, UsageDecision> decisions) {
    List<LotAccount> before = new ArrayList<>();
    List<LotAccount> after = new ArrayList<>();
    decisions.values().forEach(of -> before.addAll(of.coverage().before().values()));
    decisions.values().forEach(of -> after.addAll(of.coverage().after().values()));
    return lots.store(transaction, channel, before, after)
        .chain(() -> periods.store(transaction, channel, decisions))
        .chain(() -> uncovered.put(transaction, channel, decisions))
        .chain(() -> late.tell(transaction, channel, decisions));
  }
}
