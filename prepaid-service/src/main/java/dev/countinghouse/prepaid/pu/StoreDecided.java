package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.Decided;
import dev.countinghouse.prepaid.domain.Entry;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.Hold.Fate;
import dev.countinghouse.prepaid.domain.LotShare;
import dev.countinghouse.prepaid.domain.Movement;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a decision: account, lots, holds and journal in one statement, whatever its size. */
@ApplicationScoped
public class StoreDecided {

  private static final String WRITE =
      """
      with account as (
        update pu_account set posted_tenths = $2, held_tenths = $3, last_entry = last_entry + $4
        where channel_id = $1
      ), lots as (
        insert into pu_lot (channel_id, lot, kind, granted_tenths, available_tenths, held_tenths, expires_at)
        select $1, * from unnest($5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[], $10::timestamptz[])
        on conflict (channel_id, lot) do update set available_tenths = excluded.available_tenths,
          held_tenths = excluded.held_tenths, expires_at = excluded.expires_at
      ), holds as (
        insert into pu_hold (channel_id, hold_id, tenths, reason, asked_at, expires_at, lots, lot_tenths,
          fate, fate_tenths, ended_at)
        select $1, id, tenths, reason, asked_at, expires_at, lots::text[], lot_tenths::bigint[], fate,
          fate_tenths, ended_at
        from unnest($11::text[], $12::bigint[], $13::text[], $14::timestamptz[], $15::timestamptz[],
          $16::text[], $17::text[], $18::text[], $19::bigint[], $20::timestamptz[])
          as hold (id, tenths, reason, asked_at, expires_at, lots, lot_tenths, fate, fate_tenths, ended_at)
        on conflict (channel_id, hold_id) do update set fate = excluded.fate,
          fate_tenths = excluded.fate_tenths, ended_at = excluded.ended_at
      )
      insert into pu_entry (channel_id, entry_no, movement_no, kind, account, lot, delta_tenths, reference, at)
      select $1, * from unnest($21::bigint[], $22::bigint[], $23::text[], $24::text[], $25::text[],
        $26::bigint[], $27::text[], $28::timestamptz[])
      """;

  /**
   * Writes it.
   *
   * @param lastEntry number of the account's last entry before
   */
  Uni<Void> store(Transaction transaction, String channel, long lastEntry, Decided decided) {
    List<@Nullable Object> arguments = new ArrayList<>();
    List<Row> rows = rows(decided.movements(), lastEntry);
    arguments.add(channel);
    arguments.add(decided.balances().postedTenths());
    arguments.add(decided.balances().heldTenths());
    arguments.add((long) rows.size());
    addLots(arguments, decided.changedLots());
    addHolds(arguments, decided.changedHolds());
    addEntries(arguments, rows);
    return transaction.update(WRITE, arguments.toArray()).replaceWithVoid();
  }

  private static void addLots(List<@Nullable Object> to, List<PointLot> lots) {
    to.add(texts(lots, PointLot::id));
    to.add(texts(lots, lot -> LedgerRows.name(lot.kind())));
    to.add(longs(lots, PointLot::grantedTenths));
    to.add(longs(lots, PointLot::availableTenths));
    to.add(longs(lots, PointLot::heldTenths));
    to.add(times(lots, PointLot::expiresAt));
  }

  private static void addHolds(List<@Nullable Object> to, List<Hold> holds) {
    to.add(texts(holds, Hold::id));
    to.add(longs(holds, Hold::tenths));
    to.add(texts(holds, Hold::reason));
    to.add(times(holds, Hold::at));
    to.add(times(holds, Hold::expiresAt));
    to.add(texts(holds, hold -> arrayLiteral(hold.shares(), share -> quoted(share.lot()))));
    to.add(texts(holds, hold -> arrayLiteral(hold.shares(), share -> "" + share.tenths())));
    to.add(texts(holds, hold -> LedgerRows.name(hold.fate())));
    to.add(longs(holds, hold -> fateTenths(hold.fate())));
    to.add(times(holds, hold -> endedAt(hold.fate())));
  }

  private static void addEntries(List<@Nullable Object> to, List<Row> rows) {
    to.add(longs(rows, Row::number));
    to.add(longs(rows, Row::movementNumber));
    to.add(texts(rows, row -> LedgerRows.name(row.movement().kind())));
    to.add(texts(rows, row -> LedgerRows.name(row.entry().account())));
    to.add(texts(rows, row -> row.entry().lot()));
    to.add(longs(rows, row -> row.entry().deltaTenths()));
    to.add(texts(rows, row -> row.movement().reference()));
    to.add(times(rows, row -> row.movement().at()));
  }

  private record Row(long number, long movementNumber, Movement movement, Entry entry) {}

  private static List<Row> rows(List<Movement> movements, long lastEntry) {
    List<Row> rows = new ArrayList<>();
    for (Movement movement : movements) {
      long first = lastEntry + rows.size() + 1;
      for (Entry entry : movement.entries()) {
        rows.add(new Row(lastEntry + rows.size() + 1, first, movement, entry));
      }
    }
    return rows;
  }

  private static long fateTenths(Fate fate) {
    return switch (fate) {
      case Fate.Captured captured -> captured.tenths();
      case Fate.Refused refused -> refused.availableTenths();
      case Fate.Open ignored -> 0;
      case Fate.Released ignored -> 0;
      case Fate.Expired ignored -> 0;
    };
  }

  private static @Nullable Instant endedAt(Fate fate) {
    return switch (fate) {
      case Fate.Open ignored -> null;
      case Fate.Captured captured -> captured.at();
      case Fate.Released released -> released.at();
      case Fate.Expired expired -> expired.at();
      case Fate.Refused refused -> refused.at();
    };
  }

  /** Arrays of arrays must be rectangular in PostgreSQL, so each goes as the text of an array. */
  private static String arrayLiteral(List<LotShare> shares, Function<LotShare, String> element) {
    return "{" + String.join(",", shares.stream().map(element).toList()) + "}";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  private static <T> Long[] longs(List<T> rows, Function<T, Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  private static <T> @Nullable OffsetDateTime[] times(
      List<T> rows, Function<T, @Nullable Instant> column) {
    @Nullable OffsetDateTime[] times = new @Nullable OffsetDateTime[rows.size()];
    for (int row = 0; row < times.length; row++) {
      Instant instant = column.apply(rows.get(row));
      times[row] = instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
    return times;
  }
}
