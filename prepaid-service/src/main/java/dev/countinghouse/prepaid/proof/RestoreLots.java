package dev.countinghouse.prepaid.proof;

import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.clock.DueWork;
import dev.countinghouse.prepaid.pu.GrantTrialPoints;
import dev.countinghouse.prepaid.pu.ScheduleExpiries;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Inserts lots of points that the journal knows and {@code pu_lot} lacks (PU-1, PU-2). How much a
 * lot began with, whether it was bought, and what is left of it say its movements. When it ends
 * says what it came from: the purchase's last valid day, or the trial; of anything else the work
 * that waits for its end, and where none waits that end has come.
 */
@ApplicationScoped
class RestoreLots {

  private static final String MISSING =
      """
      select moved.lot, promotional, granted, available, held, bought.valid_until,
        coalesce(tried.ends_at, due.due_at, last_at)
      from (
        select lot, bool_or(kind = 'grant') as promotional, max(at) as last_at,
          (sum(tenths) filter (where kind in ('grant', 'purchase')))::bigint as granted,
          coalesce(sum(case 'available' when to_account then tenths when from_account then -tenths end), 0)::bigint as available,
          coalesce(sum(case 'held' when to_account then tenths when from_account then -tenths end), 0)::bigint as held
        from pu_transfer where channel_id = $1 group by lot) as moved
      left join lot as bought on bought.channel_id = $1 and bought.lot_id = moved.lot
      left join lateral (select max(ends_at) as ends_at from billing_period
        where channel_id = $1 and standing = 'trial' and moved.lot = $2) as tried on true
      left join due_work as due on due.channel_id = $1 and due.kind = $3 and due.id = moved.lot collate "default"
      where not exists (select from pu_lot where channel_id = $1 and pu_lot.lot = moved.lot)
      """;

  private static final String INSERT =
      """
      insert into pu_lot (channel_id, lot, kind, granted_tenths, available_tenths, held_tenths, expires_at)
      values ($1, $2, case when $3 then 'promotional' else 'purchased' end, $4, $5, $6, $7)
      """;

  private final DueWork dueWork;

  RestoreLots(DueWork dueWork) {
    this.dueWork = dueWork;
  }

  /** Under the account's lock. */
  Uni<Void> restore(Transaction transaction, ChannelNow now) {
    return transaction
        .select(MISSING, now.channel(), GrantTrialPoints.LOT, ScheduleExpiries.LOT_KIND)
        .chain(missing -> insert(transaction, now, missing));
  }

  private Uni<Void> insert(Transaction transaction, ChannelNow now, List<Fields> missing) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Fields lot : missing) {
      done = done.chain(() -> insert(transaction, now, lot));
    }
    return done;
  }

  /** The work of its end may have run while it was missing, and has found nothing then. */
  private Uni<Void> insert(Transaction transaction, ChannelNow now, Fields lot) {
    String channel = now.channel();
    String id = lot.string(0);
    Instant end = expiresAt(lot, now.zone());
    return transaction
        .update(
            INSERT,
            channel,
            id,
            lot.bool(1),
            lot.longValue(2),
            lot.longValue(3),
            lot.longValue(4),
            end.atOffset(ZoneOffset.UTC))
        .chain(() -> dueWork.schedule(transaction, channel, ScheduleExpiries.LOT_KIND, id, end));
  }

  private static Instant expiresAt(Fields lot, ZoneId zone) {
    return lot.valueOrNull(5) instanceof LocalDate lastValidDay
        ? lastValidDay.plusDays(1).atStartOfDay(zone).toInstant()
        : lot.instant(6);
  }
}
