package dev.countinghouse.prepaid.usage;

import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.MeterCount;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of counted usage that cannot be decided yet. */
@ApplicationScoped
class WaitingUsage {

  /** What lies after every known period would only be put back. */
  private static final String RIPE =
      """
      from usage_waiting where channel_id = $1 and at <= $2 and at < (
        select max(coalesce(ends_at, 'infinity')) from billing_period where channel_id = $1)
      """;

  private static final String IS_RIPE = "select exists (select 1 " + RIPE + ")";

  private static final String TAKE =
      "delete from usage_waiting where channel_id = $1 and (at, meter) in (select at, meter "
          + RIPE
          + " order by at, meter limit $3) returning meter, at, quantity";

  private static final String PUT =
      """
      insert into usage_waiting as w (channel_id, meter, at, quantity)
      select $1, meter, at, sum(quantity)
      from unnest($2::text[], $3::timestamptz[], $4::bigint[]) as waiting (meter, at, quantity)
      group by meter, at
      on conflict (channel_id, at, meter) do update set quantity = w.quantity + excluded.quantity
      """;

  private static final String NEXT =
      "select min(at) from usage_waiting where channel_id = $1 and at > $2";

  private final PrepaidLimits limits;

  WaitingUsage(PrepaidLimits limits) {
    this.limits = limits;
  }

  /** Whether {@link #take} would take something. */
  Uni<Boolean> isRipe(Transaction transaction, String channel, Instant until) {
    return transaction.select(IS_RIPE, channel, time(until)).map(rows -> rows.getFirst().bool(0));
  }

  /** Takes out what waits for a time up to {@code until}, as much as one transaction takes. */
  Uni<List<MeterCount>> take(Transaction transaction, String channel, Instant until) {
    return transaction
        .select(TAKE, channel, time(until), limits.usageBatch())
        .map(rows -> rows.stream().map(WaitingUsage::count).toList());
  }

  /** Whether {@link #take} may have left some that is ripe. */
  boolean isFull(List<MeterCount> taken) {
    return taken.size() >= limits.usageBatch();
  }

  Uni<Void> put(Transaction transaction, String channel, List<MeterCount> counts) {
    if (counts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .update(
            PUT,
            channel,
            counts.stream().map(MeterCount::meter).toArray(String[]::new),
            counts.stream().map(count -> time(count.at())).toArray(OffsetDateTime[]::new),
            counts.stream().map(MeterCount::quantity).toArray(Long[]::new))
        .replaceWithVoid();
  }

  /** The first instant after {@code now} that usage waits for; null when none does. */
  Uni<@Nullable Instant> next(Transaction transaction, String channel, Instant now) {
    return transaction
        .selectFirst(NEXT, channel, time(now))
        .map(row -> row == null ? null : row.instantOrNull(0));
  }

  private static MeterCount count(Fields row) {
    return new MeterCount(row.string(0), row.instant(1), row.longValue(2));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
