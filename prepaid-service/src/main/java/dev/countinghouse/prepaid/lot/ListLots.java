package dev.countinghouse.prepaid.lot;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Cursors;
import dev.countinghouse.http.Page;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists a channel's lots, newest first. */
@ApplicationScoped
public class ListLots {

  private static final String NEWEST_FIRST =
      "select "
          + LotView.COLUMNS
          + " from lot where channel_id = $1 and ($2::text is null or lot_id < $2)"
          + " order by lot_id desc limit $3";

  private final Transactions transactions;
  private final ChannelClock clock;
  private final Cursors cursors;

  ListLots(Transactions transactions, ChannelClock clock, Cursors cursors) {
    this.transactions = transactions;
    this.clock = clock;
    this.cursors = cursors;
  }

  /** A page of them. */
  public Uni<Page<LotView>> list(
      String channel, @Nullable String cursor, @Nullable Integer requested) {
    String list = "lots:" + channel;
    int limit = cursors.limit(requested);
    List<String> after = cursors.open(list, cursor);
    return clock
        .now(channel)
        .chain(
            now ->
                rows(channel, after, limit + 1).map(rows -> page(list, rows, limit, now.today())));
  }

  private Uni<List<Fields>> rows(String channel, @Nullable List<String> after, int count) {
    String below = after == null ? null : after.get(0);
    return transactions.run(transaction -> transaction.select(NEWEST_FIRST, channel, below, count));
  }

  private Page<LotView> page(String list, List<Fields> rows, int limit, LocalDate today) {
    List<LotView> shown = rows.stream().limit(limit).map(row -> LotView.of(row, today)).toList();
    boolean more = rows.size() > limit;
    return new Page<>(shown, more ? cursors.seal(list, List.of(shown.getLast().id())) : null);
  }
}
