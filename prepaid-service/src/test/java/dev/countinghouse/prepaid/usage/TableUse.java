package dev.countinghouse.prepaid.usage;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.CountedUse;
import dev.countinghouse.prepaid.domain.MeterCount;
import dev.countinghouse.prepaid.domain.Overage;
import dev.countinghouse.prepaid.domain.PlayedUse;
import dev.countinghouse.prepaid.domain.PurchasedLot;
import dev.countinghouse.prepaid.domain.UncoveredUse;
import dev.countinghouse.prepaid.domain.UsagePeriod;
import dev.countinghouse.prepaid.lot.CreateLot;
import dev.countinghouse.prepaid.window.DrawPlace;
import dev.countinghouse.prepaid.window.LotAccounts;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps an item's usage in this service's own tables, by its own use cases. */
final class TableUse implements PlayedUse {

  private static final String ITEM = "workflow-action";

  /** Nothing has happened by then, so that what waits stays where it is. */
  private static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");

  private static final String PERIODS =
      """
      select period_start, total, uncovered_halves from usage_period where channel_id = $1
      """;

  private static final String WITHHELD =
      """
      select period_start, sum(units)::bigint from usage_withheld where channel_id = $1 group by period_start
      """;

  private static final String RANGES =
      """
      select period_start, day, from_halves, to_halves from usage_uncovered
      where channel_id = $1 and period_start = $2 order by from_halves
      """;

  private static final String LIMIT =
      "insert into usage_limit (channel_id, item, set_at, monthly) values ($1, $2, $3, $4)";

  private final UsageTables tables;
  private final String channel;
  private final ZoneId zone;
  private final Map<Instant, UsagePeriod> periods = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private int limits;

  TableUse(UsageTables tables, String channel, ZoneId zone) {
    this.tables = tables;
    this.channel = channel;
    this.zone = zone;
  }

  /** A limit is a period's own here: the next one begins without. */
  @Override
  public void begin(ChannelPlan plan) {
    boolean early = plan.plan().equals("early-stage");
    ChannelPlan sold =
        new ChannelPlan(
            plan.standing(),
            early ? "early-stage" : "paid",
            early ? "usage-2024" : "mau-2023",
            1,
            plan.since(),
            plan.until());
    Instant end = Objects.requireNonNull(plan.until());
    periods.put(plan.since(), new UsagePeriod(sold, plan.since(), end));
    run(tx -> tables.periods.begin(tx, channel, sold));
    run(tx -> tx.update(LIMIT, channel, ITEM, time(plan.since()), null));
  }

  @Override
  public void buy(long monthly, LocalDate start) {
    PurchasedLot lot = PurchasedLot.startingOn(start, ITEM, monthly, false);
    CreateLot.Payment payment = new CreateLot.Payment("ord_test", null, 0, "USD");
    ids.add(run(tx -> tables.lots.create(tx, at(BEFORE_ALL), lot, payment)));
  }

  @Override
  public void closeUntil(LocalDate day) {
    await(tables.closes.run(new DueItem(channel, "window.close", day.toString(), BEFORE_ALL, 1)));
  }

  @Override
  public void takeUp(List<MeterCount> fresh, Instant now) {
    run(tx -> tables.usage.takeUpBatch(tx, at(now), fresh));
  }

  @Override
  public void limit(Instant period, @Nullable Long limit) {
    Instant set = period.plusMillis(++limits);
    run(
        tx ->
            tx.update(LIMIT, channel, ITEM, time(set), limit)
                .chain(() -> tables.counted.release(tx, channel, ITEM, period))
                .chain(withheld -> decide(tx, withheld)));
  }

  private Uni<Void> decide(Transaction transaction, List<CountedUse> withheld) {
    return withheld.isEmpty()
        ? Uni.createFrom().voidItem()
        : tables.decide.decide(transaction, at(BEFORE_ALL), Map.of(ITEM, withheld));
  }

  @Override
  public List<UncoveredUse> ranges(Instant period) {
    return run(tx -> tx.select(RANGES, channel, time(period))).stream()
        .map(
            row ->
                new UncoveredUse(
                    row.instant(0), true, row.date(1), row.longValue(2), row.longValue(3)))
        .toList();
  }

  @Override
  public void billed(Instant period) {
    List<Overage.Range> none = List.of();
    UsagePeriod of = Objects.requireNonNull(periods.get(period));
    run(tx -> tables.unbilled.bill(tx, channel, List.of(new UnbilledUse(ITEM, of, none))));
  }

  @Override
  public Snapshot snapshot() {
    Map<Instant, Long> withheld = new TreeMap<>();
    run(tx -> tx.select(WITHHELD, channel))
        .forEach(row -> withheld.put(row.instant(0), row.longValue(1)));
    Map<Instant, PeriodFigures> uses = new TreeMap<>();
    run(tx -> tx.select(PERIODS, channel))
        .forEach(row -> uses.put(row.instant(0), figures(row, withheld)));
    return new Snapshot(uses, lots());
  }

  private static PeriodFigures figures(Fields row, Map<Instant, Long> withheld) {
    return new PeriodFigures(
        row.longValue(1), row.longValue(2), withheld.getOrDefault(row.instant(0), 0L));
  }

  private List<LotFigures> lots() {
    LotAccounts.Wanted all =
        new LotAccounts.Wanted(ITEM, LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
    return run(tx -> tables.accounts.readNext(tx, channel, all, DrawPlace.FIRST, 100)).stream()
        .sorted(Comparator.comparing(lot -> ids.indexOf(lot.id())))
        .map(LotFigures::of)
        .toList();
  }

  private ChannelNow at(Instant now) {
    return new ChannelNow(channel, now, zone, "USD", "KR", true);
  }

  private <T> T run(Function<Transaction, Uni<T>> work) {
    return await(tables.transactions.run(tx -> locked(tx, work)));
  }

  private <T> Uni<T> locked(Transaction transaction, Function<Transaction, Uni<T>> work) {
    return tables.lock.lock(transaction, channel).chain(() -> work.apply(transaction));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
