package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.LiveDueWorkSql;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.Decided;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes decisions: accounts, lots, holds and journal in one statement, whatever its size. Arrays
 * are unnested in select lists, which costs PostgreSQL no temporary table for each.
 */
@ApplicationScoped
public class StoreDecided {

  private static final String WANTED =
      """
      select unnest($1::text[]) as channel_id, unnest($2::bigint[]) as posted,
        unnest($3::bigint[]) as held, unnest($4::bigint[]) as entries
      """;

  private static final String LOTS =
      """
      insert into pu_lot (channel_id, lot, kind, granted_tenths, available_tenths, held_tenths, expires_at)
        select lot.* from (select unnest($5::text[]) as channel_id, unnest($6::text[]),
          unnest($7::text[]), unnest($8::bigint[]), unnest($9::bigint[]), unnest($10::bigint[]),
          unnest($11::timestamptz[])) as lot
        join account using (channel_id)
        on conflict (channel_id, lot) do update set available_tenths = excluded.available_tenths,
          held_tenths = excluded.held_tenths, expires_at = excluded.expires_at
      """;

  private static final String HOLDS =
      """
      insert into pu_hold (channel_id, hold_id, tenths, reason, asked_at, expires_at, lots, lot_tenths,
          fate, fate_tenths, ended_at)
        select hold.* from (select unnest($12::text[]) as channel_id, unnest($13::text[]),
          unnest($14::bigint[]), unnest($15::text[]), unnest($16::timestamptz[]),
          unnest($17::timestamptz[]), unnest($18::text[])::text[], unnest($19::text[])::bigint[],
          unnest($20::text[]), unnest($21::bigint[]), unnest($22::timestamptz[])) as hold
        join account using (channel_id)
        on conflict (channel_id, hold_id) do update set fate = excluded.fate,
          fate_tenths = excluded.fate_tenths, ended_at = excluded.ended_at
      """;

  private static final String TRANSFERS =
      """
      insert into pu_transfer (channel_id, entry_no, movement_no, kind, from_account, to_account, lot,
          tenths, reference, at)
        select transfer.* from (select unnest($23::text[]) as channel_id, unnest($24::bigint[]),
          unnest($25::bigint[]), unnest($26::text[]), unnest($27::text[]), unnest($28::text[]),
          unnest($29::text[]), unnest($30::bigint[]), unnest($31::text[]),
          unnest($32::timestamptz[])) as transfer
        join account using (channel_id)
      """;

  private static final String BODY =
      " returning stored.channel_id), lots as ("
          + LOTS
          + "), holds as ("
          + HOLDS
          + "), transfers as ("
          + TRANSFERS
          + ")";

  private static final String ACCOUNT =
      """
      update pu_account as stored set posted_tenths = wanted.posted, held_tenths = wanted.held,
        last_entry = last_entry + wanted.entries, version = stored.version + 1
      """;

  static final String WRITE =
      "with wanted as ("
          + WANTED
          + "), account as ("
          + ACCOUNT
          + " from wanted where stored.channel_id = wanted.channel_id"
          + BODY
          + " select channel_id from account";

  /**
   * Only the accounts that are as they were decided upon, if their new holds are new. One that
   * somebody else is writing is left alone, so that two statements never wait for each other.
   */
  private static final String UNCHANGED =
      """
      select stored.channel_id, posted, held, entries, sweep, sweep_id
      from pu_account as stored join wanted using (channel_id)
      where stored.version = wanted.version
        and not exists (select from known where known.channel_id = stored.channel_id)
      for update of stored skip locked
      """;

  /** Looked up once, not once an account. */
  private static final String KNOWN =
      """
      select channel_id from (select unnest($36::text[]) as channel_id, unnest($37::text[]) as hold_id)
        as fresh join pu_hold using (channel_id, hold_id)
      """;

  /**
   * The same for those; with the first hold of an account in a while comes the sweep of its end.
   */
  static final String WRITE_UNLESS_CHANGED =
      "with wanted as ("
          + WANTED
          + ", unnest($33::bigint[]) as version, unnest($34::timestamptz[]) as sweep,"
          + " unnest($35::text[]) as sweep_id), known as materialized ("
          + KNOWN
          + "), unchanged as ("
          + UNCHANGED
          + "), account as ("
          + ACCOUNT
          + ", sweep_due_at = coalesce(wanted.sweep, stored.sweep_due_at)"
          + " from unchanged as wanted where stored.channel_id = wanted.channel_id"
          + BODY
          + ", sweep as ("
          + LiveDueWorkSql.insertFrom(
              "unchanged join account using (channel_id) where sweep is not null",
              "'" + ScheduleExpiries.HOLD_KIND + "'",
              "sweep_id",
              "sweep")
          + ") select channel_id from account";

  private final Transactions transactions;
  private final Together<GuardedWrite, Boolean> writes;

  StoreDecided(Transactions transactions, PrepaidLimits limits) {
    this.transactions = transactions;
    this.writes =
        new Together<>(
            limits.statementsAtOnce(),
            limits.accountsInStatement(),
            limits.statementLimit(),
            this::write);
  }

  /**
   * Writes it under the account's lock.
   *
   * @param lastEntry number of the account's last entry before
   */
  Uni<Void> store(Transaction transaction, String channel, long lastEntry, Decided decided) {
    DecidedColumns columns = new DecidedColumns();
    columns.add(channel, lastEntry, decided);
    return transaction.select(WRITE, columns.values().toArray()).replaceWithVoid();
  }

  /**
   * Writes it in a transaction of its own, perhaps with those of other accounts, if nobody has
   * changed the account since.
   *
   * @return whether it is written; nothing of it is when one of its ids is known
   */
  Uni<Boolean> storeUnlessChanged(GuardedWrite write) {
    return writes.join(write);
  }

  private Uni<List<Boolean>> write(List<GuardedWrite> together) {
    return transactions
        .single(WRITE_UNLESS_CHANGED, GuardedWrite.values(together).toArray())
        .map(rows -> written(together, rows));
  }

  private static List<Boolean> written(List<GuardedWrite> together, List<Fields> rows) {
    Set<String> channels = rows.stream().map(row -> row.string(0)).collect(Collectors.toSet());
    return together.stream().map(write -> channels.contains(write.channel())).toList();
  }
}
