package dev.countinghouse.prepaid.lot;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.prepaid.usage.TakeUpUsage;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a channel's lots. */
@ApplicationScoped
public class ReadLots {

  private static final List<String> FIRST = List.of(Paging.ABOVE_ALL);

  private final Transactions transactions;
  private final ChannelClock clock;
  private final Lots lots;
  private final TakeUpUsage usage;
  private final Paging paging;

  ReadLots(
      Transactions transactions, ChannelClock clock, Lots lots, TakeUpUsage usage, Paging paging) {
    this.transactions = transactions;
    this.clock = clock;
    this.lots = lots;
    this.usage = usage;
    this.paging = paging;
  }

  /** One of them, or null. */
  public Uni<@Nullable LotView> find(String channel, String id) {
    return clock
        .now(channel)
        .chain(
            now ->
                transactions
                    .run(tx -> usage.takeUpIfRipe(tx, now).chain(() -> lots.find(tx, channel, id)))
                    .map(lot -> lot == null ? null : LotView.of(lot, now.today())));
  }

  /** A page of them, newest first. */
  public Uni<Page<LotView>> list(
      String channel, @Nullable String cursor, @Nullable Integer requested) {
    PageQuery query = paging.open("lots:" + channel, FIRST, cursor, requested);
    return clock
        .now(channel)
        .chain(now -> newestFirst(now, query))
        .map(found -> paging.close(query, found, lot -> List.of(lot.id())));
  }

  private Uni<List<LotView>> newestFirst(ChannelNow now, PageQuery query) {
    return transactions
        .run(transaction -> newestFirst(transaction, now, query))
        .map(lots -> lots.stream().map(lot -> LotView.of(lot, now.today())).toList());
  }

  private Uni<List<Lot>> newestFirst(Transaction transaction, ChannelNow now, PageQuery query) {
    return usage
        .takeUpIfRipe(transaction, now)
        .chain(() -> lots.newestFirst(transaction, now.channel(), query.text(0), query.fetch()));
  }
}
