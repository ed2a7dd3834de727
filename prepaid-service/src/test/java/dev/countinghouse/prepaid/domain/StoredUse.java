package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps an item's usage between decisions, as storage would. */
final class StoredUse implements PlayedUse {

  private static final String ITEM = TestBooks.WORKFLOW.id();

  private final Map<String, LotAccount> lots = new TreeMap<>();
  private final Map<Instant, PeriodUse> periods = new TreeMap<>();
  private final Map<Instant, List<CountedUse>> withheld = new TreeMap<>();
  private final List<UncoveredUse> uncovered = new ArrayList<>();
  private final Map<Instant, Long> limits = new TreeMap<>();
  private final List<ChannelPlan> plans = new ArrayList<>();
  private List<MeterCount> waiting = new ArrayList<>();
  private final Book book;
  private final ZoneId zone;
  private final int page;

  /**
   * @param page how many lots are asked at once
   */
  StoredUse(Book book, ZoneId zone, int page) {
    this.page = page;
    this.book = book;
    this.zone = zone;
  }

  @Override
  public void begin(ChannelPlan plan) {
    plans.add(plan);
  }

  @Override
  public void buy(long monthly, LocalDate start) {
    String id = String.format(Locale.ROOT, "lot%02d", lots.size());
    LotAccount lot = LotAccount.fresh(id, PurchasedLot.startingOn(start, ITEM, monthly, false));
    lots.put(id, lot);
    coverAgain(lot.lot().term());
  }

  private void coverAgain(LotTerm term) {
    List<UncoveredUse> again = uncovered.stream().filter(use -> term.isValidOn(use.day())).toList();
    uncovered.removeAll(again);
    forget(again);
    Coverage coverage = draw(UsageDecision.again(again)).settled().coverage();
    lots.putAll(coverage.after());
    uncovered.addAll(coverage.rest());
    sortUncovered();
    again.stream().map(UncoveredUse::period).distinct().forEach(this::addUp);
  }

  /** Page by page against the draw order, as long as something is not forgotten. */
  private void forget(List<UncoveredUse> uses) {
    List<LotAccount> all = lots.values().stream().sorted(LotAccount.DRAW_ORDER.reversed()).toList();
    List<UncoveredUse> left = uses;
    for (int place = 0; place < all.size() && !left.isEmpty(); place += page) {
      List<LotAccount> asked = all.subList(place, Math.min(all.size(), place + page));
      UncoveredUse.Forgotten forgotten = UncoveredUse.forget(asked, left);
      forgotten.lots().forEach(lot -> lots.put(lot.id(), lot));
      left = forgotten.left();
    }
  }

  private void addUp(Instant start) {
    PeriodUse use = Objects.requireNonNull(periods.get(start));
    long halves = ranges(start).stream().mapToLong(UncoveredUse::halves).sum();
    periods.put(
        start,
        new PeriodUse(
            use.period(),
            use.allowance(),
            use.limit(),
            use.total(),
            use.billedHalves() + halves,
            use.billedHalves()));
  }

  @Override
  public List<UncoveredUse> ranges(Instant period) {
    return uncovered.stream()
        .filter(use -> use.period().equals(period))
        .sorted(Comparator.comparing(UncoveredUse::fromHalves))
        .toList();
  }

  @Override
  public void closeUntil(LocalDate day) {
    lots.replaceAll((id, lot) -> lot.closeUntil(day));
  }

  @Override
  public void takeUp(List<MeterCount> fresh, Instant now) {
    List<MeterCount> all = new ArrayList<>(waiting);
    all.addAll(fresh);
    Intake intake = Intake.of(all, new PlanHistory(plans), zone, now, plan -> book);
    waiting = new ArrayList<>(intake.waiting());
    decide(intake.byItem().getOrDefault(ITEM, List.of()));
  }

  @Override
  public void limit(Instant period, @Nullable Long limit) {
    PeriodUse use = periods.get(period);
    if (limit == null) {
      limits.remove(period);
    } else {
      limits.put(period, limit);
    }
    if (use != null) {
      List<CountedUse> again = withheld.getOrDefault(period, List.of());
      withheld.remove(period);
      decide(again);
    }
  }

  private void decide(List<CountedUse> counts) {
    List<PeriodUse> uses = counts.stream().map(this::use).distinct().toList();
    UsageDecision decision = draw(UsageDecision.of(uses, counts)).settled();
    decision.coverage().after().forEach(lots::put);
    decision.periods().forEach(use -> periods.put(use.period().start(), use));
    decision.withheld().forEach(this::withhold);
    uncovered.addAll(decision.coverage().rest());
    sortUncovered();
  }

  private void sortUncovered() {
    uncovered.sort(
        Comparator.comparing(UncoveredUse::period).thenComparing(UncoveredUse::fromHalves));
  }

  /** Page by page, as long as something wants lots. */
  private UsageDecision draw(UsageDecision decision) {
    UsageDecision drawn = decision;
    int place = 0;
    List<LotAccount> valid = valid(drawn.coverage().rest());
    while (drawn.wantsLots() && place < valid.size()) {
      int end = Math.min(valid.size(), place + page);
      drawn = drawn.by(valid.subList(place, end));
      place = end;
    }
    return drawn;
  }

  /** Only the lots that are loaded for it, in their draw order. */
  private List<LotAccount> valid(List<UncoveredUse> uses) {
    if (uses.isEmpty()) {
      return List.of();
    }
    List<LocalDate> days = uses.stream().map(UncoveredUse::day).sorted().toList();
    return lots.values().stream()
        .filter(lot -> !lot.lot().term().start().isAfter(days.getLast()))
        .filter(lot -> !lot.lot().term().lastValidDay().isBefore(days.getFirst()))
        .sorted(LotAccount.DRAW_ORDER)
        .toList();
  }

  private PeriodUse use(CountedUse count) {
    Instant start = count.period().start();
    PeriodUse known = periods.get(start);
    PeriodUse use = PeriodUse.none(count.period(), count.allowance(), limits.get(start));
    return known == null
        ? use
        : new PeriodUse(
            known.period(),
            known.allowance(),
            limits.get(start),
            known.total(),
            known.uncoveredHalves(),
            known.billedHalves());
  }

  private void withhold(CountedUse use) {
    withheld.computeIfAbsent(use.period().start(), of -> new ArrayList<>()).add(use);
    withheld.get(use.period().start()).sort(Comparator.comparing(CountedUse::day));
  }

  @Override
  public void billed(Instant period) {
    uncovered.removeIf(use -> use.period().equals(period));
    PeriodUse use = Objects.requireNonNull(periods.get(period));
    periods.put(
        period,
        new PeriodUse(
            use.period(),
            use.allowance(),
            use.limit(),
            use.total(),
            use.uncoveredHalves(),
            use.uncoveredHalves()));
  }

  @Override
  public Snapshot snapshot() {
    Map<Instant, PeriodFigures> figures = new TreeMap<>();
    periods.forEach((start, use) -> figures.put(start, figures(use)));
    return new Snapshot(figures, lots.values().stream().map(LotFigures::of).toList());
  }

  private PeriodFigures figures(PeriodUse use) {
    List<CountedUse> refused = withheld.getOrDefault(use.period().start(), List.of());
    long units = refused.stream().mapToLong(CountedUse::units).sum();
    return new PeriodFigures(use.total(), use.uncoveredHalves(), units);
  }
}
