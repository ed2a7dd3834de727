package dev.countinghouse.prepaid.hold;

import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Channels with points. */
@ApplicationScoped
class FundedChannels {

  static final Instant START = Instant.parse("2024-02-20T01:00:00Z");

  private final Transactions transactions;
  private final DecideOnAccount account;
  private final SeededChannels channels;

  FundedChannels(Transactions transactions, DecideOnAccount account, SeededChannels channels) {
    this.transactions = transactions;
    this.account = account;
    this.channels = channels;
  }

  /** A sandbox channel at {@link #START} with so many points that end 14 days later. */
  String sandbox(long tenths) {
    String channel = channels.sandboxAt(START);
    Instant end = START.plus(Duration.ofDays(14));
    LedgerCommand grant =
        new LedgerCommand.AddLot("trial", PointLot.Kind.PROMOTIONAL, tenths, end, START);
    transactions
        .run(transaction -> account.decide(transaction, channel, grant))
        .await()
        .atMost(Duration.ofSeconds(10));
    return channel;
  }
}
