package dev.countinghouse.subscription.refund;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.subscription.payment.AskProvider;
import dev.countinghouse.subscription.payment.RefundOrder;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Pays back a charge: begun in one transaction, the provider asked between, settled in another. */
@ApplicationScoped
class PayBack {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final BeginRefund begin;
  private final SettleRefund settle;
  private final AskProvider ask;

  PayBack(
      Transactions transactions,
      ChannelClock clock,
      BeginRefund begin,
      SettleRefund settle,
      AskProvider ask) {
    this.transactions = transactions;
    this.clock = clock;
    this.begin = begin;
    this.settle = settle;
    this.ask = ask;
  }

  /** Pays back, or goes on with it: repeated with the same content it has the same end. */
  Uni<RefundResult> payBack(String channel, String id, RefundRequest request) {
    return clock
        .now(channel)
        .chain(known -> transactions.run(tx -> begin.begin(tx, channel, id, request)))
        .chain(
            begun ->
                switch (begun) {
                  case BeginRefund.Begun.Done done -> Uni.createFrom().item(done.result());
                  case BeginRefund.Begun.Ask question -> ask(question.order());
                });
  }

  private Uni<RefundResult> ask(RefundOrder order) {
    return ask.once(order)
        .chain(
            outcome ->
                transactions.run(tx -> settle.settle(tx, order.channel(), order.refund(), outcome)))
        .map(RefundResult.Answered::new);
  }
}
