package dev.countinghouse.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a decision needs to know of time and place.
 *
 * @param channel {@code ch_…}
 * @param now by the channel's clock
 * @param zone in which its days are read (TIME-1)
 * @param sandbox whether {@code now} is a test clock's
 */
public record ChannelNow(
    String channel, Instant now, ZoneId zone, String currency, String country, boolean sandbox) {

  /** Today in the channel's zone. */
  public LocalDate today() {
    return now.atZone(zone).toLocalDate();
  }
}
