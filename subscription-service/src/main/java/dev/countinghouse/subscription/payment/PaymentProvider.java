package dev.countinghouse.subscription.payment;

import io.smallrye.mutiny.Uni;

/** Who takes the money. Every call may be repeated with the same id and then has no new effect. */
public interface PaymentProvider {

  /**
   * Turns a token of the provider's own form into a card that can be charged.
   *
   * @param card the name the card gets, chosen by us
   */
  Uni<Registration> register(String channel, String card, String token);

  /**
   * Takes the money of an attempt, or tells what became of it when it was asked before.
   *
   * @return {@link PaymentOutcome.Unknown} when no answer came in time: ask again
   */
  Uni<PaymentOutcome> charge(PaymentOrder order);

  /**
   * Pays back money of an attempt that was taken, or tells what became of it when it was asked
   * before.
   *
   * @return {@link RefundOutcome.Unknown} when no answer came in time: ask again
   */
  Uni<RefundOutcome> refund(RefundOrder order);

  /** What came of a token. */
  sealed interface Registration {
    record Registered(String brand) implements Registration {}

    record UnknownToken() implements Registration {}
  }
}
