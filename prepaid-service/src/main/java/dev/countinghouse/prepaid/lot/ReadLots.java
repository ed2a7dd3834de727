package dev.countinghouse.prepaid.lot;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Cursors;
import dev.countinghouse.http.Page;
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

  private final Transactions transactions;
  private final ChannelClock clock;
  private final Lots lots;
  private final TakeUpUsage usage;
  private final Cursors cursors;

  ReadLots(
      Transactions transactions,
      ChannelClock clock,
      Lots lots,
      TakeUpUsage usage,
      Cursors cursors) {
    this.transactions = transactions;
    this.clock = clock;
    this.lots = lots;
    this.usage = usage;
    this.cursors = cursors;
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
    String list = "lots:" + channel;
    int limit = cursors.limit(requested);
    List<String> after = cursors.open(list, cursor);
    String below = after == null ? null : after.get(0);
    return clock
        .now(channel)
        .chain(
            now ->
                transactions
                    .run(tx -> newestFirst(tx, now, below, limit + 1))
                    .map(rows -> page(list, rows, limit, now)));
  }

  private Uni<List<Lot>> newestFirst(
      Transaction transaction, ChannelNow now, @Nullable String below, int count) {
    return usage
        .takeUpIfRipe(transaction, now)
        .chain(() -> lots.newestFirst(transaction, now.channel(), below, count));
  }

  private Page<LotView> page(String list, List<Lot> rows, int limit, ChannelNow now) {
    List<LotView> shown =
        rows.stream().limit(limit).map(lot -> LotView.of(lot, now.today())).toList();
    boolean more = rows.size() > limit;
    return new Page<>(shown, more ? cursors.seal(list, List.of(shown.getLast().id())) : null);
  }
}
