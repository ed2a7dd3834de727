package dev.countinghouse.subscription.testclock;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How a channel's test clock stands. */
@ApplicationScoped
class ShowTestClock {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final TestClockRows rows;

  ShowTestClock(Transactions transactions, ChannelClock clock, TestClockRows rows) {
    this.transactions = transactions;
    this.clock = clock;
    this.rows = rows;
  }

  Uni<TestClockJson> show(String channel) {
    return clock
        .now(channel)
        .invoke(ShowTestClock::refuseLive)
        .chain(() -> transactions.run(transaction -> show(transaction, channel)));
  }

  /**
   * In one transaction, the status read before the clock: a clock that is ready shows where it has
   * arrived.
   */
  Uni<TestClockJson> show(Transaction transaction, String channel) {
    return rows.read(transaction, channel)
        .chain(
            stored ->
                clock
                    .now(transaction, channel)
                    .map(ChannelNow::now)
                    .map(now -> TestClockJson.of(now, stored)));
  }

  static void refuseLive(ChannelNow channel) {
    if (!channel.sandbox()) {
      throw new ProblemException(TestClockProblems.liveChannel());
    }
  }
}
