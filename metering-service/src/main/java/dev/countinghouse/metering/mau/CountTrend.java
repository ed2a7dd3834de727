package dev.countinghouse.metering.mau;

import dev.countinghouse.metering.domain.MauWindow;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * Counts the MAU of every day of a range in one pass over the active days (MAU-3, MAU-6), not a
 * window a day. An active day counts a user in from that day on for 31 days, or until the user's
 * next active day, which then does; so each day's figure is the day before's and the difference
 * between who comes in and who goes out.
 */
@ApplicationScoped
public class CountTrend {

  private static final String TREND =
      """
      with visits as (
        select user_number, day,
               lead(day) over (partition by user_number order by day) as next_day
        from user_activity where channel_id = $1 and day between $2::date - $4::int + 1 and $3),
      differences as (
        select day, 1 as users, 0 as fresh from visits
        union all
        select least(day + $4::int, next_day), -1, 0 from visits
        union all
        select first_day, 0, 1 from channel_user
        where channel_id = $1 and first_day between $2::date - $4::int + 1 and $3
        union all
        select first_day + $4::int, 0, -1 from channel_user
        where channel_id = $1 and first_day between $2::date - $4::int + 1 and $3),
      sums as (
        select c.day::date as day,
               sum(coalesce(sum(d.users), 0)) over (order by c.day) as mau,
               sum(coalesce(sum(d.fresh), 0)) over (order by c.day) as fresh
        from generate_series($2::date - $4::int + 1, $3::date, interval '1 day') as c (day)
        left join differences d on d.day = c.day
        group by c.day)
      select day, mau::bigint, fresh::bigint from sums where day >= $2 order by day
      """;

  private final Transactions transactions;

  public CountTrend(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A figure for each day from {@code from} to {@code to}, both included. */
  public Uni<MauTrend> count(String channel, LocalDate from, LocalDate to) {
    return transactions
        .run(tx -> tx.select(TREND, channel, from, to, MauWindow.DAYS))
        .map(rows -> new MauTrend(from, to, rows.stream().map(CountTrend::figure).toList()));
  }

  private static MauTrend.Figure figure(Fields row) {
    long mau = row.longValue(1);
    long fresh = row.longValue(2);
    return new MauTrend.Figure(row.date(0), mau, fresh, mau - fresh);
  }
}
