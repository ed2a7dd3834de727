package dev.countinghouse.contracts.internal;

/**
 * The answer of {@code GET /internal/channels/{c}/payment-standing} of subscription.
 *
 * @param hasMethod whether the channel has a payment method that can be charged
 */
public record PaymentStanding(boolean hasMethod) {}
