package dev.countinghouse.subscription.channel;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A channel as outsiders see it. */
@RegisterForReflection
public record ChannelJson(
    String id,
    String name,
    String timeZone,
    String currency,
    String country,
    String priceBook,
    int priceBookVersion,
    boolean sandbox,
    Instant createdAt,
    boolean tutorialCompleted) {

  /** The channel as outsiders see it. */
  public static ChannelJson of(Channel channel) {
    return new ChannelJson(
        channel.id,
        channel.name,
        channel.timeZone,
        channel.currency,
        channel.country,
        channel.priceBook,
        channel.priceBookVersion,
        channel.sandbox,
        channel.createdAt,
        channel.tutorialCompleted);
  }
}
