package dev.countinghouse.prepaid.limit;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.domain.UsagePeriod;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of limits, a row a change. */
@ApplicationScoped
class UsageLimits {

  private static final String SET =
      """
      insert into usage_limit (channel_id, item, set_at, monthly) values ($1, $2, $3, $4)
      on conflict (channel_id, item, set_at) do update set monthly = excluded.monthly
      """;

  /** What is set last counts, unless it lifted the limit. */
  private static final String READ =
      """
      select l.item, l.monthly, coalesce(u.total, 0) from (
        select distinct on (item) item, monthly from usage_limit
        where channel_id = $1 and ($2::text is null or item = $2) order by item, set_at desc) as l
      left join usage_period u on u.channel_id = $1 and u.item = l.item and u.period_start = $3
      where l.monthly is not null order by l.item
      """;

  Uni<Integer> set(Transaction transaction, ChannelNow now, String item, @Nullable Long monthly) {
    return transaction.update(SET, now.channel(), item, time(now), monthly);
  }

  private static OffsetDateTime time(ChannelNow now) {
    return now.now().atOffset(ZoneOffset.UTC);
  }

  /**
   * The limits that are set, by item, and the use of a period.
   *
   * @param item null for all items
   * @param period null when it is not known
   */
  Uni<List<LimitUseView>> read(
      Transaction transaction,
      String channel,
      @Nullable String item,
      @Nullable UsagePeriod period) {
    OffsetDateTime start = period == null ? null : period.start().atOffset(ZoneOffset.UTC);
    return transaction
        .select(READ, channel, item, start)
        .map(rows -> rows.stream().map(row -> view(row, period)).toList());
  }

  private static LimitUseView view(Fields row, @Nullable UsagePeriod period) {
    long monthly = row.longValue(1);
    long used = row.longValue(2);
    return new LimitUseView(
        row.string(0),
        monthly,
        used,
        Math.max(0, monthly - used),
        period == null ? null : period.start(),
        period == null ? null : period.end());
  }
}
