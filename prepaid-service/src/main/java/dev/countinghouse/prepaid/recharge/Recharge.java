package dev.countinghouse.prepaid.recharge;

import org.jspecify.annotations.Nullable;

/**
 * A channel's auto-recharge.
 *
 * @param units whole PU that one purchase buys
 * @param order the purchase under way; null when none is
 * @param inReview whether that purchase waits for an operator
 * @param reason why it switched itself off; null unless it did
 */
record Recharge(
    boolean enabled,
    long thresholdTenths,
    long units,
    @Nullable String order,
    boolean inReview,
    @Nullable String reason) {}
