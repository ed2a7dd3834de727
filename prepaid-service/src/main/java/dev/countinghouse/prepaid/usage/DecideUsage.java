package dev.countinghouse.prepaid.usage;

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

  DecideUsage(
      LotAccounts lots,
      DrawLots draw,
      UsagePeriods periods,
      UncoveredUses uncovered,
      LateUsage late) {
    this.lots = lots;
    this.draw = draw;
    this.periods = periods;
    this.uncovered = uncovered;
    this.late = late;
  }

  /**
   * Decides what counters counted, and writes it, in {@code transaction}.
   *
   * @param byItem usage by item, in the order in which it takes
   */
  public Uni<Void> decide(
      Transaction transaction, String channel, Map<String, List<CountedUse>> byItem) {
    return decide(transaction, channel, byItem, BookItem.Kind.COUNTER);
  }

  /** As {@link #decide}, for what gauges read at a period's end. */
  public Uni<Void> decideGauges(
      Transaction transaction, String channel, Map<String, List<CountedUse>> byItem) {
    return decide(transaction, channel, byItem, BookItem.Kind.GAUGE);
  }

  private Uni<Void> decide(
      Transaction transaction,
      String channel,
      Map<String, List<CountedUse>> byItem,
      BookItem.Kind kind) {
    return byItem.isEmpty()
        ? Uni.createFrom().voidItem()
        : periods
            .load(transaction, channel, byItem, kind)
            .chain(uses -> draw.draw(transaction, channel, letThrough(uses, byItem)))
            .chain(decisions -> store(transaction, channel, decisions));
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
