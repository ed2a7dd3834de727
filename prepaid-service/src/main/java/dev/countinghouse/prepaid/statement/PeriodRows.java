package dev.countinghouse.prepaid.statement;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.statement.StatementView.PeriodView;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Billing periods with the usage of an item, also those without any. */
@ApplicationScoped
class PeriodRows {

  private static final String READ =
      """
      with periods as (
        select period_start, period_end, standing, plan, allowance, total, uncovered_halves, billed_halves
        from usage_period
        where channel_id = $1 and item = $2 and period_start < $4 and period_end > $3
        union all
        select starts_at, ends_at, standing, plan, 0, 0, 0, 0 from billing_period
        where channel_id = $1 and standing <> 'free' and starts_at < $4 and ends_at > $3 and starts_at <= $5
          and not exists (
            select 1 from usage_period
            where channel_id = $1 and item = $2 and period_start = billing_period.starts_at))
      select period_start, period_end, standing, plan, allowance, total, uncovered_halves, billed_halves,
        (select coalesce(sum(units), 0)::bigint from usage_withheld w
          where w.channel_id = $1 and w.item = $2 and w.period_start = periods.period_start),
        (select monthly from usage_limit l
          where l.channel_id = $1 and l.item = $2 and l.set_at < periods.period_end
          order by l.set_at desc limit 1)
      from periods order by period_start
      """;

  private static final int HALVES = 2;

  /** Those that share a day with the range and have begun. */
  Uni<List<PeriodView>> read(
      Transaction transaction, ChannelNow now, String item, LocalDate from, LocalDate to) {
    return transaction
        .select(
            READ,
            now.channel(),
            item,
            start(from, now.zone()),
            start(to.plusDays(1), now.zone()),
            now.now().atOffset(ZoneOffset.UTC))
        .map(rows -> rows.stream().map(PeriodRows::view).toList());
  }

  private static PeriodView view(Fields row) {
    long allowance = Math.min(row.longValue(4), row.longValue(5));
    long uncovered = row.longValue(6);
    boolean paid = row.string(2).equals("paid");
    return new PeriodView(
        row.instant(0),
        row.instant(1),
        row.string(2),
        row.string(3),
        Halves.ofUnits(row.longValue(5)),
        Halves.ofUnits(allowance),
        Halves.text((row.longValue(5) - allowance) * HALVES - uncovered),
        Halves.text(paid ? uncovered : 0),
        Halves.text(row.longValue(7)),
        Halves.text(paid ? 0 : uncovered),
        Halves.ofUnits(row.longValue(8)),
        (Long) row.valueOrNull(9));
  }

  private static OffsetDateTime start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime();
  }
}
