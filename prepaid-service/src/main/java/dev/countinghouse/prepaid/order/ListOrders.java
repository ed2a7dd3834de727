package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Page;
import dev.countinghouse.http.PageQuery;
import dev.countinghouse.http.Paging;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a channel's orders, whoever placed them, newest first. */
@ApplicationScoped
public class ListOrders {

  /** After everything that PostgreSQL is asked about. */
  private static final List<String> FIRST = List.of("9999-12-31T00:00:00Z", Paging.ABOVE_ALL);

  private final Transactions transactions;
  private final ChannelClock clock;
  private final Orders orders;
  private final Paging paging;

  ListOrders(Transactions transactions, ChannelClock clock, Orders orders, Paging paging) {
    this.transactions = transactions;
    this.clock = clock;
    this.orders = orders;
    this.paging = paging;
  }

  /** A page of them. */
  public Uni<Page<Order>> list(
      String channel, @Nullable String cursor, @Nullable Integer requested) {
    PageQuery query = paging.open("orders:" + channel, FIRST, cursor, requested);
    return clock
        .now(channel)
        .chain(() -> newestFirst(channel, query))
        .map(found -> paging.close(query, found, ListOrders::position));
  }

  private Uni<List<Order>> newestFirst(String channel, PageQuery query) {
    Instant at = Instant.parse(query.text(0));
    return transactions.run(
        tx -> orders.newestFirst(tx, channel, at, query.text(1), query.fetch()));
  }

  /** Orders are placed for an instant, and their ids are not all made then. */
  private static List<String> position(Order order) {
    return List.of(order.chargeAt().toString(), order.id());
  }
}
