package dev.countinghouse.clock;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A channel as this service remembers it.
 *
 * @param testNow now of its test clock; null on a live channel
 */
record KnownChannel(
    String channel, ZoneId zone, String currency, String country, @Nullable Instant testNow) {

  boolean isLive() {
    return testNow == null;
  }

  ChannelNow at(Instant systemNow) {
    Instant now = testNow == null ? systemNow : testNow;
    return new ChannelNow(channel, now, zone, currency, country, testNow != null);
  }
}
