package dev.countinghouse.prepaid.hold;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Function;

/** Ends a hold now: captures it or gives it back (PU-3). */
@ApplicationScoped
public class SettleHold {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final DecideOnAccount account;
  private final HoldMetrics metrics;

  SettleHold(
      Transactions transactions, ChannelClock clock, DecideOnAccount account, HoldMetrics metrics) {
    this.transactions = transactions;
    this.clock = clock;
    this.account = account;
    this.metrics = metrics;
  }

  /**
   * Settles.
   *
   * @param command made of the channel's now
   */
  public Uni<LedgerOutcome> settle(String channel, Function<Instant, LedgerCommand> command) {
    return clock
        .now(channel)
        .chain(() -> transactions.run(transaction -> settle(transaction, channel, command)))
        .invoke(metrics::count);
  }

  private Uni<LedgerOutcome> settle(
      Transaction transaction, String channel, Function<Instant, LedgerCommand> command) {
    return clock
        .now(transaction, channel)
        .chain(now -> account.decide(transaction, channel, command.apply(now.now())));
  }
}
