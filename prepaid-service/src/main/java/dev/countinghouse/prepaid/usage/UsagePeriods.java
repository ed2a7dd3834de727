package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.ChannelPlan;
import dev.countinghouse.prepaid.domain.ChannelPlan.Standing;
import dev.countinghouse.prepaid.domain.CountedUse;
import dev.countinghouse.prepaid.domain.PeriodUse;
import dev.countinghouse.prepaid.domain.UsageDecision;
import dev.countinghouse.prepaid.domain.UsagePeriod;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The tables of usage by item and period, and of what limits withhold. */
@ApplicationScoped
public class UsagePeriods {

  private static final String LOAD =
      """
      select u.allowance, u.total, u.uncovered_halves, u.billed_halves, l.monthly
      from unnest($2::text[], $3::timestamptz[], $4::timestamptz[])
        with ordinality as asked (item, period_start, period_end, place)
      left join usage_period u
        on u.channel_id = $1 and u.item = asked.item and u.period_start = asked.period_start
      left join lateral (
        select monthly from usage_limit
        where channel_id = $1 and item = asked.item and set_at < asked.period_end
        order by set_at desc limit 1) as l on true
      order by asked.place
      """;

  /**
   * A gauge is read once, at the period's end: the greatest limit that was in force in the period
   * counts, so that one introduced or lowered in it counts from the next on.
   */
  private static final String LOAD_GAUGES =
      """
      select u.allowance, u.total, u.uncovered_halves, u.billed_halves, l.monthly
      from unnest($2::text[], $3::timestamptz[], $4::timestamptz[])
        with ordinality as asked (item, period_start, period_end, place)
      left join usage_period u
        on u.channel_id = $1 and u.item = asked.item and u.period_start = asked.period_start
      left join lateral (
        select case when bool_or(monthly is null) or min(set_at) > asked.period_start then null
          else max(monthly) end as monthly
        from usage_limit
        where channel_id = $1 and item = asked.item and set_at < asked.period_end
          and set_at >= coalesce((
            select max(set_at) from usage_limit
            where channel_id = $1 and item = asked.item and set_at <= asked.period_start), '-infinity')
        ) as l on true
      order by asked.place
      """;

  private static final String STORE =
      """
      with withheld as (
        insert into usage_withheld as w (channel_id, item, period_start, day, units)
        select $1, item, period_start, day, sum(units)
        from unnest($12::text[], $13::timestamptz[], $14::date[], $15::bigint[])
          as new (item, period_start, day, units)
        group by item, period_start, day
        on conflict (channel_id, item, period_start, day) do update set units = w.units + excluded.units
      )
      insert into usage_period (channel_id, item, period_start, period_end, standing, plan, book, book_version,
        allowance, total, uncovered_halves)
      select $1, * from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[],
        $7::text[], $8::int[], $9::bigint[], $10::bigint[], $11::bigint[])
      on conflict (channel_id, item, period_start) do update set total = excluded.total,
        uncovered_halves = excluded.uncovered_halves
      """;

  /** Of a period, to be read by {@link #period}. */
  static final String PERIOD = " standing, plan, book, book_version, period_start, period_end ";

  private static final String RELEASE =
      """
      with released as (
        delete from usage_withheld w using usage_period p
        where w.channel_id = $1 and w.item = $2 and p.channel_id = $1 and p.item = $2
          and p.period_start = w.period_start and p.period_end > $3
        returning w.period_start as released_of, w.day, w.units
      )
      select"""
          + PERIOD
          + """
      , allowance, day, units from released join usage_period
        on channel_id = $1 and item = $2 and period_start = released_of
      order by period_start, day
      """;

  /** The state of every item and period that usage falls in, by item. */
  Uni<Map<String, List<PeriodUse>>> load(
      Transaction transaction,
      String channel,
      Map<String, List<CountedUse>> byItem,
      BookItem.Kind kind) {
    List<Asked> asked = asked(byItem);
    return transaction
        .select(
            kind == BookItem.Kind.GAUGE ? LOAD_GAUGES : LOAD,
            channel,
            column(asked, String[]::new, Asked::item),
            column(asked, OffsetDateTime[]::new, of -> time(of.use().period().start())),
            column(asked, OffsetDateTime[]::new, of -> time(of.use().period().end())))
        .map(rows -> uses(asked, rows));
  }

  private static List<Asked> asked(Map<String, List<CountedUse>> byItem) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    byItem.forEach(
        (item, uses) -> uses.forEach(use -> asked.put(key(item, use), new Asked(item, use))));
    return List.copyOf(asked.values());
  }

  private static String key(String item, CountedUse use) {
    return item + " " + use.period().start();
  }

  private static Map<String, List<PeriodUse>> uses(List<Asked> asked, List<Fields> rows) {
    Map<String, List<PeriodUse>> uses = new LinkedHashMap<>();
    for (int place = 0; place < asked.size(); place++) {
      Asked of = asked.get(place);
      uses.computeIfAbsent(of.item(), item -> new ArrayList<>())
          .add(use(of.use(), rows.get(place)));
    }
    return uses;
  }

  /** The allowance is the one with which the period's usage began to be counted. */
  private static PeriodUse use(CountedUse asked, Fields row) {
    Long limit = (Long) row.valueOrNull(4);
    if (row.valueOrNull(0) == null) {
      return PeriodUse.none(asked.period(), asked.allowance(), limit);
    }
    return new PeriodUse(
        asked.period(),
        row.longValue(0),
        limit,
        row.longValue(1),
        row.longValue(2),
        row.longValue(3));
  }

  /** Takes out what limits have withheld in periods that are not over at {@code now}. */
  public Uni<List<CountedUse>> release(
      Transaction transaction, String channel, String item, Instant now) {
    return transaction
        .select(RELEASE, channel, item, time(now))
        .map(rows -> rows.stream().map(UsagePeriods::released).toList());
  }

  private static CountedUse released(Fields row) {
    return new CountedUse(period(row), row.longValue(6), row.date(7), row.longValue(8));
  }

  /** A period, by the columns of {@link #PERIOD}. */
  static UsagePeriod period(Fields row) {
    Standing standing = Standing.valueOf(row.string(0).toUpperCase(Locale.ROOT));
    ChannelPlan on =
        new ChannelPlan(
            standing,
            row.string(1),
            row.string(2),
            row.intValue(3),
            row.instant(4),
            row.instant(5));
    return new UsagePeriod(on, row.instant(4), row.instant(5));
  }

  private record Asked(String item, CountedUse use) {}

  /** Writes what was decided in one statement. */
  Uni<Void> store(Transaction transaction, String channel, Map<String, UsageDecision> decisions) {
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(channel);
    addPeriods(arguments, decisions);
    addWithheld(arguments, decisions);
    return transaction.update(STORE, arguments.toArray()).replaceWithVoid();
  }

  private static void addPeriods(List<@Nullable Object> to, Map<String, UsageDecision> decisions) {
    List<Decided> rows = new ArrayList<>();
    decisions.forEach(
        (item, decision) -> decision.periods().forEach(use -> rows.add(new Decided(item, use))));
    to.add(column(rows, String[]::new, Decided::item));
    to.add(column(rows, OffsetDateTime[]::new, row -> time(row.period().start())));
    to.add(column(rows, OffsetDateTime[]::new, row -> time(row.period().end())));
    to.add(column(rows, String[]::new, Decided::standing));
    to.add(column(rows, String[]::new, row -> row.period().on().plan()));
    to.add(column(rows, String[]::new, row -> row.period().on().book()));
    to.add(column(rows, Integer[]::new, row -> row.period().on().bookVersion()));
    to.add(column(rows, Long[]::new, row -> row.use().allowance()));
    to.add(column(rows, Long[]::new, row -> row.use().total()));
    to.add(column(rows, Long[]::new, row -> row.use().uncoveredHalves()));
  }

  private static void addWithheld(List<@Nullable Object> to, Map<String, UsageDecision> decisions) {
    List<Asked> rows = new ArrayList<>();
    decisions.forEach(
        (item, decision) -> decision.withheld().forEach(use -> rows.add(new Asked(item, use))));
    to.add(column(rows, String[]::new, Asked::item));
    to.add(column(rows, OffsetDateTime[]::new, row -> time(row.use().period().start())));
    to.add(column(rows, LocalDate[]::new, row -> row.use().day()));
    to.add(column(rows, Long[]::new, row -> row.use().units()));
  }

  private record Decided(String item, PeriodUse use) {
    UsagePeriod period() {
      return use.period();
    }

    String standing() {
      return period().on().standing().name().toLowerCase(Locale.ROOT);
    }
  }

  private static <R, T> T[] column(List<R> rows, IntFunction<T[]> array, Function<R, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
