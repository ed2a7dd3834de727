package dev.countinghouse.contracts.event;

import java.time.Instant;

/**
 * A trial ended (TRI-5). Source: subscription.
 *
 * @param at the instant it ended
 * @param converted true when a paid period starts at that instant, false when the channel is on
 *     Free
 */
public record TrialEnded(String channel, Instant at, boolean converted) {
  public static final String TYPE = "trial.ended";
}
