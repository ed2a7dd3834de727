package dev.countinghouse.prepaid.order;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Shows an order of a channel. */
@ApplicationScoped
public class FindOrder {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final Orders orders;

  FindOrder(Transactions transactions, ChannelClock clock, Orders orders) {
    this.transactions = transactions;
    this.clock = clock;
    this.orders = orders;
  }

  /** The order as it stands, or null. */
  public Uni<@Nullable Order> find(String channel, String id) {
    return clock
        .now(channel)
        .chain(() -> transactions.run(transaction -> orders.find(transaction, channel, id)));
  }
}
