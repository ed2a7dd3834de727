package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.prepaid.domain.Balances;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers what a channel has and how it came to it; changes nothing. */
@ApplicationScoped
public class ReadAccount {

  private static final List<String> FIRST = List.of(Long.toString(Long.MAX_VALUE));

  private static final String TRANSFERS =
      "select "
          + EntryView.TRANSFER_COLUMNS
          + " from pu_transfer where channel_id = $1 and entry_no < $2"
          + " order by entry_no desc limit $3";

  private final Transactions transactions;
  private final ChannelClock clock;
  private final LoadAccount accounts;
  private final Paging paging;

  ReadAccount(Transactions transactions, ChannelClock clock, LoadAccount accounts, Paging paging) {
    this.transactions = transactions;
    this.clock = clock;
    this.accounts = accounts;
    this.paging = paging;
  }

  /** The balances at this instant, without what has expired and is not yet swept. */
  public Uni<Balances> balances(String channel) {
    return clock.now(channel).chain(this::balancesAt);
  }

  private Uni<Balances> balancesAt(ChannelNow now) {
    return transactions
        .run(transaction -> accounts.load(transaction, now.channel(), List.of(), now.now()))
        .map(state -> state.balancesAt(now.now()));
  }

  /** A page of the journal, newest first. */
  public Uni<Page<EntryView>> entries(
      String channel, @Nullable String cursor, @Nullable Integer requested) {
    PageQuery query = paging.open("pu-entries:" + channel, FIRST, cursor, requested);
    return clock
        .now(channel)
        .chain(() -> entriesBelow(channel, query.number(0), query.fetch()))
        .map(found -> paging.close(query, found, ReadAccount::position));
  }

  private static List<String> position(EntryView entry) {
    return List.of(Long.toString(entry.entry()));
  }

  /** A transfer is two entries, and a page may end between them. */
  private Uni<List<EntryView>> entriesBelow(String channel, long below, int count) {
    return transactions
        .single(TRANSFERS, channel, below, count / 2 + 1)
        .map(transfers -> EntryView.newestFirst(transfers, below, count));
  }
}
