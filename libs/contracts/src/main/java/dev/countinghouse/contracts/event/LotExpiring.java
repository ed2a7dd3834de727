package dev.countinghouse.contracts.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A lot ends in 30 days (NOTE-3). Source: prepaid.
 *
 * @param validUntil last valid day, in the channel's zone
 * @param renews whether it is renewed then (PRE-14)
 */
public record LotExpiring(
    String channel, String lot, String item, LocalDate validUntil, boolean renews, Instant at) {
  public static final String TYPE = "lot.expiring";
}
