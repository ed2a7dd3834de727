package dev.countinghouse.subscription.payment;

/**
 * What the provider is asked to pay back.
 *
 * @param refund our id; the provider pays back at most once for it
 * @param attempt the payment that is paid back, in whole or in part
 * @param amountMinor above 0, in the currency's smallest unit
 */
public record RefundOrder(
    String channel, String refund, String attempt, long amountMinor, String currency) {}
