package dev.countinghouse.metering.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An event that counts.
 *
 * @param channel {@code ch_…}
 * @param source who told it; {@code source} and {@code id} together name it within the channel
 * @param time when it happened
 * @param day the local day of {@code time} in the channel's zone
 */
public record CountableEvent(
    String channel, String source, String id, Instant time, LocalDate day, UsageEvent event) {

  /** Name and content in fixed width. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(this);
  }
}
