package dev.countinghouse.prepaid.pu;

import dev.countinghouse.http.Quantities;
import dev.countinghouse.transaction.Fields;
import java.time.Instant;
import java.util.List;

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

  /** Columns of a transfer, in the order in which {@link #entriesOf} reads them. */
  static final String TRANSFER_COLUMNS =
      "entry_no, movement_no, kind, from_account, to_account, lot, tenths, reference, at";

  /** At most {@code count} of the transfers' entries, those below {@code below}. */
  static List<EntryView> newestFirst(List<Fields> transfers, long below, int count) {
    return transfers.stream()
        .flatMap(transfer -> entriesOf(transfer).reversed().stream())
        .filter(entry -> entry.entry() < below)
        .limit(count)
        .toList();
  }

  /** What leaves the one account and what arrives at the other. */
  static List<EntryView> entriesOf(Fields transfer) {
    long tenths = transfer.longValue(6);
    return List.of(
        of(transfer, 0, transfer.string(3), -tenths), of(transfer, 1, transfer.string(4), tenths));
  }

  private static EntryView of(Fields transfer, int place, String account, long delta) {
    return new EntryView(
        transfer.longValue(0) + place,
        transfer.longValue(1),
        transfer.string(2),
        account,
        transfer.string(5),
        Quantities.ofTenths(delta),
        transfer.string(7),
        transfer.instant(8));
  }
}
