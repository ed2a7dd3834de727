package dev.countinghouse.contracts.event;

import java.time.Instant;

/**
 * A lot was to be renewed and was not (PRE-14). Source: prepaid.
 *
 * @param lot the one that has ended
 * @param reason why, the code of a refusal or of a payment
 */
public record RenewalFailed(String channel, String lot, String item, Instant at, String reason) {
  public static final String TYPE = "lot.renewal-failed";
}
