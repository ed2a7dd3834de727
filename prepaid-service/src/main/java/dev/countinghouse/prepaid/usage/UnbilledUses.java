package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.domain.Overage;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Usage of paid periods that nothing covered, until it stands on an invoice (SUB-1a). */
@ApplicationScoped
public class UnbilledUses {

  private static final String UNBILLED =
      "select"
          + UsagePeriods.PERIOD
          + """
          , item, u.starts, u.ends from usage_period p cross join lateral (
            select array_agg(from_halves order by from_halves) as starts, array_agg(to_halves order by from_halves) as ends
            from usage_uncovered u
            where u.channel_id = p.channel_id and u.item = p.item and u.period_start = p.period_start) as u
          where channel_id = $1 and standing = 'paid' and uncovered_halves > billed_halves and period_start <= $2
          """;

  private static final String BILL =
      """
      with gone as (
        delete from usage_uncovered u using unnest($2::text[], $3::timestamptz[]) as billed (item, period_start)
        where u.channel_id = $1 and u.item = billed.item and u.period_start = billed.period_start
      )
      update usage_period u set billed_halves = uncovered_halves
      from unnest($2::text[], $3::timestamptz[]) as billed (item, period_start)
      where u.channel_id = $1 and u.item = billed.item and u.period_start = billed.period_start
      """;

  /** What is postpaid and stands on no invoice, of the period of {@code start} and those before. */
  public Uni<List<UnbilledUse>> unbilled(Transaction transaction, String channel, Instant start) {
    return transaction
        .select(UNBILLED, channel, time(start))
        .map(rows -> rows.stream().map(UnbilledUses::unbilled).toList());
  }

  private static UnbilledUse unbilled(Fields row) {
    Long[] starts = (Long[]) Objects.requireNonNull(row.valueOrNull(7));
    Long[] ends = (Long[]) Objects.requireNonNull(row.valueOrNull(8));
    List<Overage.Range> ranges = new ArrayList<>();
    for (int place = 0; place < starts.length; place++) {
      ranges.add(new Overage.Range(starts[place], ends[place]));
    }
    return new UnbilledUse(row.string(6), UsagePeriods.period(row), ranges);
  }

  /** It stands on an invoice now. */
  public Uni<Void> bill(Transaction transaction, String channel, List<UnbilledUse> uses) {
    if (uses.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .update(
            BILL,
            channel,
            uses.stream().map(UnbilledUse::item).toArray(String[]::new),
            uses.stream().map(use -> time(use.period().start())).toArray(OffsetDateTime[]::new))
        .replaceWithVoid();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
