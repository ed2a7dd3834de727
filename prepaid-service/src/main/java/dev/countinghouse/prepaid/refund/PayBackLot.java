package dev.countinghouse.prepaid.refund;

import dev.countinghouse.prepaid.refund.BeginRefund.Begun;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Pays a lot back while its owner waits (PRE-15); asked again with the same id, it goes on. */
@ApplicationScoped
public class PayBackLot {

  private static final Logger LOG = Logger.getLogger(PayBackLot.class);

  private final Transactions transactions;
  private final BeginRefund begin;
  private final SettleRefund settle;

  PayBackLot(Transactions transactions, BeginRefund begin, SettleRefund settle) {
    this.transactions = transactions;
    this.begin = begin;
    this.settle = settle;
  }

  /** Pays it back; due work goes on with what this does not bring to its end. */
  Uni<Begun> payBack(String channel, String lot, String id) {
    return transactions
        .run(transaction -> begin.begin(transaction, channel, lot, id))
        .chain(
            begun ->
                begun instanceof Begun.Asked asked
                    ? finish(asked.refund())
                    : Uni.createFrom().item(begun));
  }

  private Uni<Begun> finish(Refund refund) {
    return settle
        .settle(refund)
        .onFailure()
        .invoke(failure -> LOG.warnf("refund %s has no answer yet: %s", refund.id(), failure))
        .onFailure()
        .recoverWithItem(refund)
        .map(Begun.Asked::new);
  }
}
