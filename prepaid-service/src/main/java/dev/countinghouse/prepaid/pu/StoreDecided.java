package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.LiveDueWorkSql;
import dev.countinghouse.prepaid.domain.Decided;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a decision: account, lots, holds and journal in one statement, whatever its size. */
@ApplicationScoped
public class StoreDecided {

  private static final String LOTS =
      """
      insert into pu_lot (channel_id, lot, kind, granted_tenths, available_tenths, held_tenths, expires_at)
        select account.channel_id, lot.* from account, unnest($5::text[], $6::text[], $7::bigint[],
          $8::bigint[], $9::bigint[], $10::timestamptz[]) as lot
        on conflict (channel_id, lot) do update set available_tenths = excluded.available_tenths,
          held_tenths = excluded.held_tenths, expires_at = excluded.expires_at
      """;

  private static final String HOLDS =
      """
      insert into pu_hold (channel_id, hold_id, tenths, reason, asked_at, expires_at, lots, lot_tenths,
          fate, fate_tenths, ended_at)
        select account.channel_id, id, tenths, reason, asked_at, expires_at, lots::text[],
          lot_tenths::bigint[], fate, fate_tenths, ended_at
        from account, unnest($11::text[], $12::bigint[], $13::text[], $14::timestamptz[],
          $15::timestamptz[], $16::text[], $17::text[], $18::text[], $19::bigint[], $20::timestamptz[])
          as hold (id, tenths, reason, asked_at, expires_at, lots, lot_tenths, fate, fate_tenths, ended_at)
        on conflict (channel_id, hold_id) do update set fate = excluded.fate,
          fate_tenths = excluded.fate_tenths, ended_at = excluded.ended_at
      """;

  private static final String TRANSFERS =
      """
      insert into pu_transfer (channel_id, entry_no, movement_no, kind, from_account, to_account, lot,
          tenths, reference, at)
        select account.channel_id, transfer.* from account, unnest($21::bigint[], $22::bigint[],
          $23::text[], $24::text[], $25::text[], $26::text[], $27::bigint[], $28::text[],
          $29::timestamptz[]) as transfer
      """;

  private static final String ACCOUNT =
      """
      update pu_account set posted_tenths = $2, held_tenths = $3, last_entry = last_entry + $4,
          version = version + 1
      """;

  private static final String BODY =
      " returning channel_id), lots as ("
          + LOTS
          + "), holds as ("
          + HOLDS
          + "), transfers as ("
          + TRANSFERS
          + ")";

  private static final String ANSWER = " select 1 from account";

  private static final String WRITE =
      "with account as (" + ACCOUNT + " where channel_id = $1" + BODY + ANSWER;

  private static final String UNLESS_CHANGED =
      " where channel_id = $1 and version = $30 and not exists (select from pu_hold"
          + " where channel_id = $1 and hold_id = any($31::text[]))";

  private static final String WRITE_UNLESS_CHANGED =
      "with account as (" + ACCOUNT + UNLESS_CHANGED + BODY + ANSWER;

  /** The same, for the first hold of an account in a while: its end must be swept. */
  private static final String WRITE_AND_SWEEP_UNLESS_CHANGED =
      "with account as ("
          + ACCOUNT
          + ", sweep_due_at = $32::timestamptz"
          + UNLESS_CHANGED
          + BODY
          + ", sweep as ("
          + LiveDueWorkSql.insertFrom(
              "account", "'" + ScheduleExpiries.HOLD_KIND + "'", "$33", "$32::timestamptz")
          + ")"
          + ANSWER;

  private final Transactions transactions;

  StoreDecided(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Writes it under the account's lock.
   *
   * @param lastEntry number of the account's last entry before
   */
  Uni<Void> store(Transaction transaction, String channel, long lastEntry, Decided decided) {
    return transaction
        .select(WRITE, new DecidedColumns(channel, lastEntry, decided).values().toArray())
        .replaceWithVoid();
  }

  /**
   * Writes it in a transaction of its own if nobody has changed the account since.
   *
   * @param snapshot what was decided upon, of a live channel
   * @param newHolds ids of holds that were taken for new without a look
   * @return whether it is written; nothing is when one of the ids is known
   */
  Uni<Boolean> storeUnlessChanged(AccountSnapshot snapshot, Decided decided, String[] newHolds) {
    List<@Nullable Object> values =
        new DecidedColumns(snapshot.channel(), snapshot.lastEntry(), decided).values();
    values.add(snapshot.version());
    values.add(newHolds);
    Instant sweep = snapshot.sweepToPlan(decided);
    if (sweep != null) {
      values.add(sweep.atOffset(ZoneOffset.UTC));
      values.add(sweep.toString());
    }
    return transactions
        .single(
            sweep == null ? WRITE_UNLESS_CHANGED : WRITE_AND_SWEEP_UNLESS_CHANGED, values.toArray())
        .map(written -> !written.isEmpty());
  }
}
