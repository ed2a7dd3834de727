package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.CountedUse;
import dev.countinghouse.prepaid.domain.ItemUse;
import dev.countinghouse.prepaid.domain.LotAccount;
import dev.countinghouse.prepaid.domain.PeriodUse;
import dev.countinghouse.prepaid.domain.UsageDecision;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one way in which usage takes from allowances and lots: load, decide, store, whatever the
 * number of items, in a few statements. The caller holds the channel's usage lock.
 */
@ApplicationScoped
public class DecideUsage {

  private final LotAccounts lots;
  private final UsagePeriods periods;
  private final UncoveredUses uncovered;

  DecideUsage(LotAccounts lots, UsagePeriods periods, UncoveredUses uncovered) {
    this.lots = lots;
    this.periods = periods;
    this.uncovered = uncovered;
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
            .chain(uses -> loadLots(transaction, channel, byItem, uses))
            .chain(states -> store(transaction, channel, byItem, states));
  }

  private Uni<Map<String, ItemUse>> loadLots(
      Transaction transaction,
      String channel,
      Map<String, List<CountedUse>> byItem,
      Map<String, List<PeriodUse>> uses) {
    List<LocalDate> days =
        byItem.values().stream().flatMap(List::stream).map(CountedUse::day).sorted().toList();
    return lots.validBetween(transaction, channel, byItem.keySet(), days.getFirst(), days.getLast())
        .map(loaded -> states(uses, loaded));
  }

  private static Map<String, ItemUse> states(
      Map<String, List<PeriodUse>> uses, List<LotAccount> lots) {
    Map<String, ItemUse> states = new TreeMap<>();
    uses.forEach((item, of) -> states.put(item, new ItemUse(lotsOf(item, lots), of)));
    return states;
  }

  private static List<LotAccount> lotsOf(String item, List<LotAccount> lots) {
    return lots.stream().filter(lot -> lot.lot().item().equals(item)).toList();
  }

  private Uni<Void> store(
      Transaction transaction,
      String channel,
      Map<String, List<CountedUse>> byItem,
      Map<String, ItemUse> states) {
    Map<String, UsageDecision> decisions = new TreeMap<>();
    List<LotAccount> before = new ArrayList<>();
    List<LotAccount> after = new ArrayList<>();
    states.forEach(
        (item, state) ->
            decisions.put(item, UsageDecision.of(state, byItem.getOrDefault(item, List.of()))));
    states.values().forEach(state -> before.addAll(state.lots()));
    decisions.values().forEach(decision -> after.addAll(decision.after().lots()));
    return lots.store(transaction, channel, before, after)
        .chain(() -> periods.store(transaction, channel, decisions))
        .chain(() -> uncovered.put(transaction, channel, decisions));
  }
}
