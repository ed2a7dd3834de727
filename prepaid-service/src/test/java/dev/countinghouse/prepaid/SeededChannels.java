package dev.countinghouse.prepaid;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.Ids;
import dev.countinghouse.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Channels as if subscription-service had told of them. */
@ApplicationScoped
public class SeededChannels {

  private final Transactions transactions;
  private final ChannelClock clock;

  SeededChannels(Transactions transactions, ChannelClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A new live channel in Seoul. */
  public String live() {
    return register(null);
  }

  /** A new sandbox channel in Seoul whose clock stands at {@code now}. */
  public String sandboxAt(Instant now) {
    return register(now);
  }

  private String register(@Nullable Instant now) {
    String id = Ids.create(Ids.CHANNEL);
    ChannelView view =
        new ChannelView(id, "Asia/Seoul", "USD", "KR", "mau-2023", 1, now != null, now);
    transactions
        .run(transaction -> clock.register(transaction, view))
        .await()
        .atMost(java.time.Duration.ofSeconds(10));
    return id;
  }
}
