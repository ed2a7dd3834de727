package dev.countinghouse.contracts.event;

import java.time.Instant;

/** A paid subscription ended and the channel is on Free (SUB-2, SUB-4). Source: subscription. */
public record SubscriptionEnded(String channel, Instant at, String reason) {
  public static final String TYPE = "subscription.ended";
}
