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
import org.jspecify.annotations.Nullable;

/** Decisions as the arrays that {@link StoreDecided} writes, a column an array. */
final class DecidedColumns {

  private static final int VALUES = 37;

  private final Column<String> accounts = new Column<>();
  private final Column<Long> posted = new Column<>();
  private final Column<Long> held = new Column<>();
  private final Column<Long> entries = new Column<>();

  private final Column<String> lotChannels = new Column<>();
  private final Column<String> lots = new Column<>();
  private final Column<String> lotKinds = new Column<>();
  private final Column<Long> lotGranted = new Column<>();
  private final Column<Long> lotAvailable = new Column<>();
  private final Column<Long> lotHeld = new Column<>();
  private final Column<OffsetDateTime> lotExpires = new Column<>();

  private final Column<String> holdChannels = new Column<>();
  private final Column<String> holds = new Column<>();
  private final Column<Long> holdTenths = new Column<>();
  private final Column<String> holdReasons = new Column<>();
  private final Column<OffsetDateTime> holdAsked = new Column<>();
  private final Column<OffsetDateTime> holdExpires = new Column<>();
  private final Column<String> holdLots = new Column<>();
  private final Column<String> holdLotTenths = new Column<>();
  private final Column<String> holdFates = new Column<>();
  private final Column<Long> holdFateTenths = new Column<>();
  private final Column<OffsetDateTime> holdEnded = new Column<>();

  private final Column<String> transferChannels = new Column<>();
  private final Column<Long> transferEntries = new Column<>();
  private final Column<Long> transferMovements = new Column<>();
  private final Column<String> transferKinds = new Column<>();
  private final Column<String> transferFrom = new Column<>();
  private final Column<String> transferTo = new Column<>();
  private final Column<String> transferLots = new Column<>();
  private final Column<Long> transferTenths = new Column<>();
  private final Column<String> transferReferences = new Column<>();
  private final Column<OffsetDateTime> transferAt = new Column<>();

  /** How many entries the decision adds to the journal: two a transfer. */
  static long entries(Decided decided) {
    return 2L * decided.movements().stream().mapToInt(move -> move.shares().size()).sum();
  }

  /**
   * Adds a decision.
   *
   * @param lastEntry number of the account's last entry before
   */
  void add(String channel, long lastEntry, Decided decided) {
    accounts.add(channel);
    posted.add(decided.balances().postedTenths());
    held.add(decided.balances().heldTenths());
    entries.add(entries(decided));
    decided.changedLots().forEach(lot -> add(channel, lot));
    decided.changedHolds().forEach(hold -> add(channel, hold));
    long next = lastEntry + 1;
    for (Movement movement : decided.movements()) {
      next = add(channel, next, movement);
    }
  }

  private void add(String channel, PointLot lot) {
    lotChannels.add(channel);
    lots.add(lot.id());
    lotKinds.add(LedgerRows.name(lot.kind()));
    lotGranted.add(lot.grantedTenths());
    lotAvailable.add(lot.availableTenths());
    lotHeld.add(lot.heldTenths());
    lotExpires.add(utc(lot.expiresAt()));
  }

  private void add(String channel, Hold hold) {
    holdChannels.add(channel);
    holds.add(hold.id());
    holdTenths.add(hold.tenths());
    holdReasons.add(hold.reason());
    holdAsked.add(utc(hold.at()));
    holdExpires.add(utc(hold.expiresAt()));
    holdLots.add(arrayLiteral(hold.shares(), share -> quoted(share.lot())));
    holdLotTenths.add(arrayLiteral(hold.shares(), share -> Long.toString(share.tenths())));
    holdFates.add(LedgerRows.name(hold.fate()));
    holdFateTenths.add(fateTenths(hold.fate()));
    holdEnded.add(endedAt(hold.fate()));
  }

  /**
   * Adds a movement.
   *
   * @param first number of its first entry
   * @return number of the entry after its last
   */
  private long add(String channel, long first, Movement movement) {
    long next = first;
    for (LotShare share : movement.shares()) {
      transferChannels.add(channel);
      transferEntries.add(next);
      transferMovements.add(first);
      transferKinds.add(LedgerRows.name(movement.kind()));
      transferFrom.add(LedgerRows.name(movement.from()));
      transferTo.add(LedgerRows.name(movement.to()));
      transferLots.add(share.lot());
      transferTenths.add(share.tenths());
      transferReferences.add(movement.reference());
      transferAt.add(utc(movement.at()));
      next += 2;
    }
    return next;
  }

  /** In the order of the statement's parameters. */
  List<@Nullable Object> values() {
    List<@Nullable Object> values = new ArrayList<>(VALUES);
    values.addAll(List.of(accounts.texts(), posted.longs(), held.longs(), entries.longs()));
    values.addAll(List.of(lotChannels.texts(), lots.texts(), lotKinds.texts()));
    values.addAll(List.of(lotGranted.longs(), lotAvailable.longs(), lotHeld.longs()));
    values.add(lotExpires.times());
    values.addAll(List.of(holdChannels.texts(), holds.texts(), holdTenths.longs()));
    values.addAll(List.of(holdReasons.texts(), holdAsked.times(), holdExpires.times()));
    values.addAll(List.of(holdLots.texts(), holdLotTenths.texts(), holdFates.texts()));
    values.addAll(List.of(holdFateTenths.longs(), holdEnded.times()));
    values.addAll(List.of(transferChannels.texts(), transferEntries.longs()));
    values.addAll(List.of(transferMovements.longs(), transferKinds.texts()));
    values.addAll(List.of(transferFrom.texts(), transferTo.texts(), transferLots.texts()));
    values.addAll(List.of(transferTenths.longs(), transferReferences.texts()));
    values.add(transferAt.times());
    return values;
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

  private static @Nullable OffsetDateTime endedAt(Fate fate) {
    return switch (fate) {
      case Fate.Open ignored -> null;
      case Fate.Captured captured -> utc(captured.at());
      case Fate.Released released -> utc(released.at());
      case Fate.Expired expired -> utc(expired.at());
      case Fate.Refused refused -> utc(refused.at());
    };
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
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
}
