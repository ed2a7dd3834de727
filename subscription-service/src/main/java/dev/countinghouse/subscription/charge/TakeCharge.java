package dev.countinghouse.subscription.charge;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.subscription.payment.AskProvider;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a charge: begun in one transaction, the provider asked between, settled in another. */
@ApplicationScoped
class TakeCharge {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final BeginCharge begin;
  private final SettleCharge settle;
  private final AskProvider ask;

  TakeCharge(
      Transactions transactions,
      ChannelClock clock,
      BeginCharge begin,
      SettleCharge settle,
      AskProvider ask) {
    this.transactions = transactions;
    this.clock = clock;
    this.begin = begin;
    this.settle = settle;
    this.ask = ask;
  }

  /** Takes it, or goes on with it: repeated with the same content it has the same end. */
  Uni<ChargeResult> take(String channel, String id, ChargeRequest request) {
    return clock
        .now(channel)
        .chain(known -> transactions.run(tx -> begin.begin(tx, channel, id, request)))
        .chain(begun -> goOn(channel, id, begun));
  }

  private Uni<ChargeResult> goOn(String channel, String id, BeginCharge.Begun begun) {
    return switch (begun) {
      case BeginCharge.Begun.Done done -> Uni.createFrom().item(done.result());
      case BeginCharge.Begun.Ask question ->
          ask.once(question.order())
              .chain(outcome -> transactions.run(tx -> settle.settle(tx, channel, id, outcome)))
              .map(ChargeResult.Answered::new);
    };
  }
}
