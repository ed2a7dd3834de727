package dev.countinghouse.prepaid.recharge;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The table {@code auto_recharge} and the mark on the account; the account is locked first. */
@ApplicationScoped
class Recharges {

  private static final String FIND =
      """
      select r.enabled, r.threshold_tenths, r.units, r.order_id,
        exists (select from prepaid_order o
          where o.channel_id = r.channel_id and o.order_id = r.order_id and o.status = 'review'),
        r.reason
      from auto_recharge r where r.channel_id = $1
      """;

  private static final String SWITCH_ON =
      """
      insert into auto_recharge (channel_id, enabled, threshold_tenths, units)
      values ($1, true, $2, $3) on conflict (channel_id) do update set enabled = true,
        threshold_tenths = excluded.threshold_tenths, units = excluded.units, reason = null
      """;

  private static final String SWITCH_OFF =
      "update auto_recharge set enabled = false, reason = $2 where channel_id = $1 and enabled";

  private static final String BEGIN =
      """
      update auto_recharge set order_id = $2
      where channel_id = $1 and enabled and order_id is null returning units
      """;

  private static final String END =
      "update auto_recharge set order_id = null where channel_id = $1 and order_id = $2";

  private static final String LOCK_ACCOUNT =
      "select channel_id from pu_account where channel_id = $1 for update";

  /** Sets the mark where it is due, else takes it off; whoever remembers the account looks anew. */
  private static final String MARK =
      """
      update pu_account set version = version + 1, recharge_at_tenths = (
        select threshold_tenths from auto_recharge
        where channel_id = $1 and enabled and order_id is null)
      where channel_id = $1 returning posted_tenths - held_tenths
      """;

  Uni<@Nullable Recharge> find(Transaction transaction, String channel) {
    return transaction.selectFirst(FIND, channel).map(row -> row == null ? null : recharge(row));
  }

  Uni<Void> lockAccount(Transaction transaction, String channel) {
    return transaction.select(LOCK_ACCOUNT, channel).replaceWithVoid();
  }

  Uni<Void> switchOn(Transaction transaction, String channel, long thresholdTenths, long units) {
    return transaction.update(SWITCH_ON, channel, thresholdTenths, units).replaceWithVoid();
  }

  /** Switches it off; false when it was. */
  Uni<Boolean> switchOff(Transaction transaction, String channel, @Nullable String reason) {
    return transaction.update(SWITCH_OFF, channel, reason).map(rows -> rows == 1);
  }

  /** Notes that {@code order} is under way; the units that it buys, or null when it must not be. */
  Uni<@Nullable Long> begin(Transaction transaction, String channel, String order) {
    return transaction
        .selectFirst(BEGIN, channel, order)
        .map(row -> row == null ? null : row.longValue(0));
  }

  Uni<Void> end(Transaction transaction, String channel, String order) {
    return transaction.update(END, channel, order).replaceWithVoid();
  }

  /** Sets or takes off the account's mark; the available tenths. */
  Uni<Long> mark(Transaction transaction, String channel) {
    return transaction.select(MARK, channel).map(rows -> rows.get(0).longValue(0));
  }

  private static Recharge recharge(Fields row) {
    return new Recharge(
        row.bool(0),
        row.longValue(1),
        row.longValue(2),
        row.stringOrNull(3),
        row.bool(4),
        row.stringOrNull(5));
  }
}
