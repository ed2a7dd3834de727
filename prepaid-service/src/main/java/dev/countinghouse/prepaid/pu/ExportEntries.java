package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A channel's whole journal as CSV (RFC 4180), oldest first, in pieces: a page is read when the one
 * before has been sent, so that memory is bounded whatever its length.
 */
@ApplicationScoped
class ExportEntries {

  private static final String HEADER = "entry,movement,kind,account,lot,units,reference,at\r\n";

  private static final String LAST = "select last_entry from pu_account where channel_id = $1";

  private static final String PAGE =
      "select "
          + EntryView.TRANSFER_COLUMNS
          + " from pu_transfer where channel_id = $1 and entry_no > $2 and entry_no <= $3"
          + " order by entry_no limit $4";

  private final Transactions transactions;
  private final ChannelClock clock;
  private final PrepaidLimits limits;

  ExportEntries(Transactions transactions, ChannelClock clock, PrepaidLimits limits) {
    this.transactions = transactions;
    this.clock = clock;
    this.limits = limits;
  }

  /** The entries that there are when it begins. */
  Multi<String> export(String channel) {
    return clock
        .now(channel)
        .chain(() -> transactions.single(LAST, channel))
        .map(rows -> rows.isEmpty() ? 0 : rows.get(0).longValue(0))
        .onItem()
        .transformToMulti(last -> lines(channel, last));
  }

  private Multi<String> lines(String channel, long last) {
    Multi<String> pages =
        Multi.createBy()
            .repeating()
            .uni(AtomicLong::new, sent -> page(channel, sent, last))
            .whilst(page -> !page.isEmpty())
            .filter(page -> !page.isEmpty());
    return Multi.createBy().concatenating().streams(Multi.createFrom().item(HEADER), pages);
  }

  private Uni<String> page(String channel, AtomicLong sent, long last) {
    return transactions
        .single(PAGE, channel, sent.get(), last, limits.exportPage())
        .invoke(transfers -> advance(sent, transfers))
        .map(ExportEntries::text);
  }

  private static void advance(AtomicLong sent, List<Fields> transfers) {
    if (!transfers.isEmpty()) {
      sent.set(transfers.getLast().longValue(0));
    }
  }

  private static String text(List<Fields> transfers) {
    return transfers.stream()
        .flatMap(transfer -> EntryView.entriesOf(transfer).stream())
        .map(ExportEntries::line)
        .collect(Collectors.joining());
  }

  private static String line(EntryView entry) {
    return "%d,%d,%s,%s,%s,%s,%s,%s\r\n"
        .formatted(
            entry.entry(),
            entry.movement(),
            entry.kind(),
            entry.account(),
            text(entry.lot()),
            entry.units(),
            text(entry.reference()),
            entry.at());
  }

  /** Ids are their callers' texts and may have commas. */
  private static String text(String free) {
    return '"' + free.replace("\"", "\"\"") + '"';
  }
}
