package dev.countinghouse.subscription.payment;

/**
 * What the provider is asked to take.
 *
 * @param attempt our id; the provider takes money at most once for it
 * @param amountMinor above 0, in the currency's smallest unit
 */
public record PaymentOrder(
    String channel, String attempt, String card, long amountMinor, String currency) {}
