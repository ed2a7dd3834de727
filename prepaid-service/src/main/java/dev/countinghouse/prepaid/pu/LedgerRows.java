package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.Hold.Fate;
import dev.countinghouse.prepaid.domain.LotShare;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.domain.RechargeMark;
import dev.countinghouse.transaction.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger as domain records, and back. */
public final class LedgerRows {

  /** Columns of {@link #lot}, in its order. */
  static final String LOT_COLUMNS =
      "lot, kind, granted_tenths, available_tenths, held_tenths, expires_at";

  /** Columns of {@link #hold}, in its order. */
  public static final String HOLD_COLUMNS =
      "hold_id, tenths, reason, asked_at, expires_at, lots, lot_tenths, fate, fate_tenths, ended_at";

  private LedgerRows() {}

  static PointLot lot(Fields row) {
    return new PointLot(
        row.string(0),
        PointLot.Kind.valueOf(row.string(1).toUpperCase(Locale.ROOT)),
        row.longValue(2),
        row.longValue(3),
        row.longValue(4),
        row.instant(5));
  }

  /** How far the account may fall; null when nothing is to happen then. */
  static @Nullable RechargeMark markOrNull(@Nullable Object tenths) {
    return tenths instanceof Number number ? new RechargeMark(number.longValue()) : null;
  }

  /** A hold with its fate. */
  public static Hold hold(Fields row) {
    return new Hold(
        row.string(0),
        row.longValue(1),
        row.string(2),
        row.instant(3),
        row.instant(4),
        shares(row),
        fate(row));
  }

  private static List<LotShare> shares(Fields row) {
    String[] lots = (String[]) Objects.requireNonNull(row.valueOrNull(5));
    Long[] tenths = (Long[]) Objects.requireNonNull(row.valueOrNull(6));
    List<LotShare> shares = new ArrayList<>(lots.length);
    for (int share = 0; share < lots.length; share++) {
      shares.add(new LotShare(lots[share], tenths[share]));
    }
    return shares;
  }

  private static Fate fate(Fields row) {
    return switch (row.string(7)) {
      case "open" -> new Fate.Open();
      case "captured" -> new Fate.Captured(row.longValue(8), row.instant(9));
      case "released" -> new Fate.Released(row.instant(9));
      case "expired" -> new Fate.Expired(row.instant(9));
      case "refused" -> new Fate.Refused(row.longValue(8), row.instant(9));
      default -> throw new IllegalStateException("no fate is called " + row.string(7));
    };
  }

  /** The name of an enum constant in the database and in JSON. */
  public static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The name of a fate in the database and in JSON. */
  public static String name(Fate fate) {
    return switch (fate) {
      case Fate.Open ignored -> "open";
      case Fate.Captured ignored -> "captured";
      case Fate.Released ignored -> "released";
      case Fate.Expired ignored -> "expired";
      case Fate.Refused ignored -> "refused";
    };
  }
}
