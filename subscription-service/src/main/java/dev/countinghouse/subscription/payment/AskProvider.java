package dev.countinghouse.subscription.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks the provider about an attempt, and at once again when it did not answer. */
@ApplicationScoped
public class AskProvider {

  private final PaymentProvider provider;
  private final PaymentSettings settings;

  AskProvider(PaymentProvider provider, PaymentSettings settings) {
    this.provider = provider;
    this.settings = settings;
  }

  /** Once; outside a transaction. */
  public Uni<PaymentOutcome> once(PaymentOrder order) {
    return provider.charge(order);
  }

  /** As {@link #once(PaymentOrder)}, about a refund. */
  public Uni<RefundOutcome> once(RefundOrder order) {
    return provider.refund(order);
  }

  /** As {@link #insisting(PaymentOrder)}, about a refund. */
  public Uni<RefundOutcome> insisting(RefundOrder order) {
    return insisting(order, settings.inquiries());
  }

  private Uni<RefundOutcome> insisting(RefundOrder order, int inquiries) {
    return provider
        .refund(order)
        .chain(
            outcome ->
                outcome instanceof RefundOutcome.Unknown && inquiries > 0
                    ? insisting(order, inquiries - 1)
                    : Uni.createFrom().item(outcome));
  }

  /** Until it answers, at most the configured number of inquiries; outside a transaction. */
  public Uni<PaymentOutcome> insisting(PaymentOrder order) {
    return insisting(order, settings.inquiries());
  }

  private Uni<PaymentOutcome> insisting(PaymentOrder order, int inquiries) {
    return provider
        .charge(order)
        .chain(
            outcome ->
                outcome instanceof PaymentOutcome.Unknown && inquiries > 0
                    ? insisting(order, inquiries - 1)
                    : Uni.createFrom().item(outcome));
  }
}
