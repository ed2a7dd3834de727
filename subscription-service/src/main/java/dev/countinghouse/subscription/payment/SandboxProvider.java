package dev.countinghouse.subscription.payment;

import dev.countinghouse.subscription.payment.PaymentProvider.Registration.Registered;
import dev.countinghouse.subscription.payment.PaymentProvider.Registration.UnknownToken;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider for sandboxes, with a memory of its own: what happened to an attempt is the
 * same however often it is asked. The token says how its card behaves.
 */
@ApplicationScoped
class SandboxProvider implements PaymentProvider {

  private static final String REGISTER =
      "insert into sandbox_card (channel, card, token) values ($1, $2, $3) on conflict do nothing";
  // The lock makes attempts on one card take turns, so that "the first" is one.
  private static final String CARD =
      "select token, succeeded from sandbox_card where channel = $1 and card = $2 for update";
  private static final String PAYMENT =
      "select outcome, amount_minor, currency, card from sandbox_payment"
          + " where channel = $1 and attempt = $2";
  private static final String RECORD =
      "insert into sandbox_payment (channel, attempt, card, amount_minor, currency, outcome)"
          + " values ($1, $2, $3, $4, $5, $6)";
  private static final String COUNT =
      "update sandbox_card set succeeded = succeeded + 1 where channel = $1 and card = $2";

  private final Transactions transactions;
  private final SandboxRefunds refunds;

  SandboxProvider(Transactions transactions, SandboxRefunds refunds) {
    this.transactions = transactions;
    this.refunds = refunds;
  }

  @Override
  public Uni<Registration> register(String channel, String card, String token) {
    if (SandboxToken.find(token).isEmpty()) {
      return Uni.createFrom().item(new UnknownToken());
    }
    return transactions
        .run(tx -> tx.update(REGISTER, channel, card, token))
        .replaceWith(new Registered("sandbox"));
  }

  @Override
  public Uni<PaymentOutcome> charge(PaymentOrder order) {
    return transactions.run(tx -> charge(tx, order));
  }

  @Override
  public Uni<RefundOutcome> refund(RefundOrder order) {
    return transactions.run(tx -> refunds.refund(tx, order));
  }

  private static Uni<PaymentOutcome> charge(Transaction transaction, PaymentOrder order) {
    return transaction
        .selectFirst(CARD, order.channel(), order.card())
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("no card " + order.card()))
        .chain(
            card ->
                askedBefore(transaction, order)
                    .chain(known -> answer(transaction, order, card, known)));
  }

  private static Uni<@Nullable Fields> askedBefore(Transaction transaction, PaymentOrder order) {
    return transaction.selectFirst(PAYMENT, order.channel(), order.attempt());
  }

  private static Uni<PaymentOutcome> answer(
      Transaction transaction, PaymentOrder order, Fields card, @Nullable Fields known) {
    if (known == null) {
      SandboxToken token = SandboxToken.find(card.string(0)).orElseThrow();
      return first(transaction, order, token, card.longValue(1));
    }
    boolean same =
        known.longValue(1) == order.amountMinor()
            && known.string(2).equals(order.currency())
            && known.string(3).equals(order.card());
    return same
        ? Uni.createFrom().item(outcome(known.string(0)))
        : Uni.createFrom().failure(new IllegalStateException("attempt asked with other content"));
  }

  private static Uni<PaymentOutcome> first(
      Transaction transaction, PaymentOrder order, SandboxToken token, long succeededBefore) {
    boolean taken = token.takes(succeededBefore);
    return record(transaction, order, taken ? "succeeded" : "declined")
        .chain(() -> taken ? count(transaction, order) : Uni.createFrom().voidItem())
        .map(
            done ->
                token.losesTheAnswer()
                    ? new PaymentOutcome.Unknown()
                    : outcome(taken ? "succeeded" : "declined"));
  }

  private static Uni<Void> record(Transaction transaction, PaymentOrder order, String outcome) {
    return transaction
        .update(
            RECORD,
            order.channel(),
            order.attempt(),
            order.card(),
            order.amountMinor(),
            order.currency(),
            outcome)
        .replaceWithVoid();
  }

  private static Uni<Void> count(Transaction transaction, PaymentOrder order) {
    return transaction.update(COUNT, order.channel(), order.card()).replaceWithVoid();
  }

  private static PaymentOutcome outcome(String stored) {
    return stored.equals("succeeded")
        ? new PaymentOutcome.Succeeded()
        : new PaymentOutcome.Declined(PaymentOutcome.Declined.DECLINED);
  }
}
