package dev.countinghouse.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * Usage of a meter was counted, each piece once (MAU-7); what happened at one instant is one count.
 * Source: metering.
 *
 * @param meter as items of price books name it, {@code workflow-actions} …
 * @param counts at least one, by instant
 */
public record UsageCounted(String channel, String meter, List<Count> counts) {

  public static final String TYPE = "usage.counted";

  public UsageCounted {
    counts = List.copyOf(counts);
  }

  /**
   * How much happened at an instant.
   *
   * @param quantity above 0
   */
  public record Count(Instant at, long quantity) {}
}
