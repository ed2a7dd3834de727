package dev.countinghouse.subscription.payment;

import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The sandbox provider's refunds: never more than the payment took, and once for an id. */
@ApplicationScoped
class SandboxRefunds {

  // The lock makes refunds of one payment take turns, so that their sum is known.
  private static final String PAYMENT =
      """
      select p.amount_minor, p.currency, p.outcome, c.token
      from sandbox_payment p join sandbox_card c on c.channel = p.channel and c.card = p.card
      where p.channel = $1 and p.attempt = $2 for update of p""";
  private static final String KNOWN =
      "select outcome, attempt, amount_minor, currency from sandbox_refund"
          + " where channel = $1 and refund = $2";
  private static final String RETURNED =
      "select coalesce(sum(amount_minor), 0)::bigint from sandbox_refund"
          + " where channel = $1 and attempt = $2 and outcome = 'returned'";
  private static final String RECORD =
      "insert into sandbox_refund (channel, refund, attempt, amount_minor, currency, outcome)"
          + " values ($1, $2, $3, $4, $5, $6)";

  private record Payment(long amountMinor, String currency, boolean taken, SandboxToken token) {

    static Payment of(Fields row) {
      SandboxToken token = SandboxToken.find(row.string(3)).orElseThrow();
      boolean taken = row.string(2).equals("succeeded");
      return new Payment(row.longValue(0), row.string(1), taken, token);
    }

    boolean covers(RefundOrder order, long returnedBefore) {
      return taken
          && currency.equals(order.currency())
          && order.amountMinor() <= amountMinor - returnedBefore;
    }
  }

  /** Pays back, or tells what became of it when it was asked before. */
  Uni<RefundOutcome> refund(Transaction transaction, RefundOrder order) {
    return transaction
        .selectFirst(PAYMENT, order.channel(), order.attempt())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no payment " + order.attempt()))
        .map(Payment::of)
        .chain(payment -> refund(transaction, order, payment));
  }

  private Uni<RefundOutcome> refund(Transaction transaction, RefundOrder order, Payment payment) {
    return transaction
        .selectFirst(KNOWN, order.channel(), order.refund())
        .chain(known -> known == null ? first(transaction, order, payment) : again(order, known));
  }

  private static Uni<RefundOutcome> again(RefundOrder order, Fields known) {
    boolean same =
        known.string(1).equals(order.attempt())
            && known.longValue(2) == order.amountMinor()
            && known.string(3).equals(order.currency());
    return same
        ? Uni.createFrom().item(outcome(known.string(0)))
        : Uni.createFrom().failure(new IllegalStateException("refund asked with other content"));
  }

  private static Uni<RefundOutcome> first(
      Transaction transaction, RefundOrder order, Payment payment) {
    return transaction
        .selectFirst(RETURNED, order.channel(), order.attempt())
        .map(row -> row == null ? 0 : row.longValue(0))
        .map(before -> payment.covers(order, before) ? "returned" : "refused")
        .call(outcome -> record(transaction, order, outcome))
        .map(
            outcome ->
                payment.token().losesTheAnswer() ? new RefundOutcome.Unknown() : outcome(outcome));
  }

  private static Uni<Integer> record(Transaction transaction, RefundOrder order, String outcome) {
    return transaction.update(
        RECORD,
        order.channel(),
        order.refund(),
        order.attempt(),
        order.amountMinor(),
        order.currency(),
        outcome);
  }

  private static RefundOutcome outcome(String stored) {
    return stored.equals("returned")
        ? new RefundOutcome.Returned()
        : new RefundOutcome.Refused(RefundOutcome.Refused.DECLINED);
  }
}
