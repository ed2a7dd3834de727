package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.domain.UncoveredUse;
import dev.countinghouse.prepaid.domain.UsageDecision;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The table of usage that nothing covered and that stands on no invoice. */
@ApplicationScoped
class UncoveredUses {

  /** What touches the range before it, on the same day, becomes one row with it. */
  private static final String PUT =
      """
      with new as (
        select * from unnest($2::text[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::date[])
          as new (item, period_start, from_halves, to_halves, day)
      ), extended as (
        update usage_uncovered u set to_halves = new.to_halves from new
        where u.channel_id = $1 and u.item = new.item and u.period_start = new.period_start
          and u.to_halves = new.from_halves and u.day = new.day
        returning new.item as item, new.period_start as period_start, new.from_halves as from_halves
      )
      insert into usage_uncovered (channel_id, item, period_start, from_halves, to_halves, day)
      select $1, item, period_start, from_halves, to_halves, day from new
      where (item, period_start, from_halves) not in (select item, period_start, from_halves from extended)
      """;

  private static final String TAKE =
      """
      delete from usage_uncovered u using usage_period p
      where u.channel_id = $1 and u.item = $2 and u.day between $3 and $4
        and p.channel_id = u.channel_id and p.item = u.item and p.period_start = u.period_start
      returning u.period_start, p.standing = 'paid', u.day, u.from_halves, u.to_halves
      """;

  private static final String ADD_UP =
      """
      update usage_period p set uncovered_halves = billed_halves + coalesce((
        select sum(to_halves - from_halves) from usage_uncovered u
        where u.channel_id = $1 and u.item = $2 and u.period_start = p.period_start), 0)
      where channel_id = $1 and item = $2 and period_start = any($3)
      """;

  /** Keeps what decisions left uncovered, by item. */
  Uni<Void> put(Transaction transaction, String channel, Map<String, UsageDecision> decisions) {
    List<Row> rows = new ArrayList<>();
    decisions.forEach(
        (item, decision) ->
            decision.coverage().rest().forEach(use -> rows.add(new Row(item, use))));
    return put(transaction, channel, rows);
  }

  /** Takes out what is of a day from {@code from} to {@code to}, both included. */
  Uni<List<UncoveredUse>> take(
      Transaction transaction, String channel, String item, LocalDate from, LocalDate to) {
    return transaction
        .select(TAKE, channel, item, from, to)
        .map(
            rows ->
                rows.stream()
                    .map(UncoveredUses::use)
                    .sorted(
                        Comparator.comparing(UncoveredUse::period)
                            .thenComparing(UncoveredUse::fromHalves))
                    .toList());
  }

  private static UncoveredUse use(Fields row) {
    return new UncoveredUse(
        row.instant(0), row.bool(1), row.date(2), row.longValue(3), row.longValue(4));
  }

  /** Puts back what is left of what was taken out. */
  Uni<Void> putBack(
      Transaction transaction,
      String channel,
      String item,
      List<UncoveredUse> taken,
      List<UncoveredUse> rest) {
    OffsetDateTime[] periods =
        taken.stream().map(use -> time(use.period())).distinct().toArray(OffsetDateTime[]::new);
    return put(transaction, channel, rest.stream().map(use -> new Row(item, use)).toList())
        .chain(() -> transaction.update(ADD_UP, channel, item, periods))
        .replaceWithVoid();
  }

  private record Row(String item, UncoveredUse use) {}

  private static Uni<Void> put(Transaction transaction, String channel, List<Row> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .update(
            PUT,
            channel,
            column(rows, String[]::new, Row::item),
            column(rows, OffsetDateTime[]::new, row -> time(row.use().period())),
            column(rows, Long[]::new, row -> row.use().fromHalves()),
            column(rows, Long[]::new, row -> row.use().toHalves()),
            column(rows, LocalDate[]::new, row -> row.use().day()))
        .replaceWithVoid();
  }

  private static <T> T[] column(List<Row> rows, IntFunction<T[]> array, Function<Row, T> value) {
    return rows.stream().map(value).toArray(array);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
