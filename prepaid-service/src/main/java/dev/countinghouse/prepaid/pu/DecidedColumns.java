package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.Decided;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.Hold.Fate;
import dev.countinghouse.prepaid.domain.LotShare;
import dev.countinghouse.prepaid.domain.Movement;
import dev.countinghouse.prepaid.domain.PointLot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the arrays that {@link StoreDecided} writes, a column an array.
 *
 * @param lastEntry number of the account's last entry before
 */
record DecidedColumns(String channel, long lastEntry, Decided decided) {

  private static final int VALUES = 31;

  /** In the order of the statement's parameters. */
  List<@Nullable Object> values() {
    List<@Nullable Object> values = new ArrayList<>(VALUES);
    List<Transfer> transfers = transfers();
    values.add(channel);
    values.add(decided.balances().postedTenths());
    values.add(decided.balances().heldTenths());
    values.add(entries(decided));
    addLots(values);
    addHolds(values);
    addTransfers(values, transfers);
    return values;
  }

  /** How many entries the decision adds to the journal: two a transfer. */
  static long entries(Decided decided) {
    return 2L * decided.movements().stream().mapToInt(move -> move.shares().size()).sum();
  }

  private void addLots(List<@Nullable Object> to) {
    List<PointLot> lots = decided.changedLots();
    to.add(texts(lots, PointLot::id));
    to.add(texts(lots, lot -> LedgerRows.name(lot.kind())));
    to.add(longs(lots, PointLot::grantedTenths));
    to.add(longs(lots, PointLot::availableTenths));
    to.add(longs(lots, PointLot::heldTenths));
    to.add(times(lots, PointLot::expiresAt));
  }

  private void addHolds(List<@Nullable Object> to) {
    List<Hold> holds = decided.changedHolds();
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

  private static void addTransfers(List<@Nullable Object> to, List<Transfer> transfers) {
    to.add(longs(transfers, Transfer::entry));
    to.add(longs(transfers, Transfer::movementNumber));
    to.add(texts(transfers, transfer -> LedgerRows.name(transfer.movement().kind())));
    to.add(texts(transfers, transfer -> LedgerRows.name(transfer.movement().from())));
    to.add(texts(transfers, transfer -> LedgerRows.name(transfer.movement().to())));
    to.add(texts(transfers, transfer -> transfer.share().lot()));
    to.add(longs(transfers, transfer -> transfer.share().tenths()));
    to.add(texts(transfers, transfer -> transfer.movement().reference()));
    to.add(times(transfers, transfer -> transfer.movement().at()));
  }

  private record Transfer(long entry, long movementNumber, Movement movement, LotShare share) {}

  private List<Transfer> transfers() {
    List<Transfer> transfers = new ArrayList<>();
    for (Movement movement : decided.movements()) {
      long first = lastEntry + 2L * transfers.size() + 1;
      for (LotShare share : movement.shares()) {
        long entry = lastEntry + 2L * transfers.size() + 1;
        transfers.add(new Transfer(entry, first, movement, share));
      }
    }
    return transfers;
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
    StringBuilder literal = new StringBuilder("{");
    for (LotShare share : shares) {
      literal.append(literal.length() == 1 ? "" : ",").append(element.apply(share));
    }
    return literal.append('}').toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    String[] texts = new String[rows.size()];
    for (int row = 0; row < texts.length; row++) {
      texts[row] = column.apply(rows.get(row));
    }
    return texts;
  }

  private static <T> Long[] longs(List<T> rows, ToLongFunction<T> column) {
    Long[] longs = new Long[rows.size()];
    for (int row = 0; row < longs.length; row++) {
      longs[row] = column.applyAsLong(rows.get(row));
    }
    return longs;
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
