package dev.countinghouse.prepaid.pu;

import dev.countinghouse.http.Quantities;
import dev.countinghouse.transaction.Fields;
import java.time.Instant;

/**
 * An entry of the journal as JSON (PU-1).
 *
 * @param entry number within the channel
 * @param movement number of the movement; its entries sum to zero
 * @param units decimal string; below zero when points left the account
 * @param reference the hold or lot that it is about
 */
public record EntryView(
    long entry,
    long movement,
    String kind,
    String account,
    String lot,
    String units,
    String reference,
    Instant at) {

  static EntryView of(Fields row) {
    return new EntryView(
        row.longValue(0),
        row.longValue(1),
        row.string(2),
        row.string(3),
        row.string(4),
        Quantities.ofTenths(row.longValue(5)),
        row.string(6),
        row.instant(7));
  }
}
