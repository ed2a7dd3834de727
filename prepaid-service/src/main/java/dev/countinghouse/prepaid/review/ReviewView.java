package dev.countinghouse.prepaid.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits for an operator, as JSON.
 *
 * @param of {@code order} or {@code refund}
 * @param id of the order or the refund, also that of its charge or refund at subscription-service
 * @param lot that is paid back; null of an order
 * @param reason the code of the refusal
 * @param since when its money was asked for, by the channel's clock
 */
public record ReviewView(
    String channel, String of, String id, @Nullable String lot, String reason, Instant since) {}
