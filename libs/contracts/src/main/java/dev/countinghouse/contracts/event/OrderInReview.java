package dev.countinghouse.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * An order that nobody waits for was charged, nobody knows whether it was paid, and an operator
 * looks at it: nothing is bought until then (PU-4, NOTE-3). Source: prepaid.
 *
 * @param origin what placed it: {@code auto-recharge}, {@code renewal} or {@code reservation}
 * @param items of its lines
 * @param at when that was known, by the channel's clock
 * @param reason the code of the refusal
 */
public record OrderInReview(
    String channel, String order, String origin, List<String> items, Instant at, String reason) {
  public static final String TYPE = "order.in-review";

  public OrderInReview {
    items = List.copyOf(items);
  }
}
