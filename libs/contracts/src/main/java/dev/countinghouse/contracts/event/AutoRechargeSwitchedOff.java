package dev.countinghouse.contracts.event;

import java.time.Instant;

/**
 * Auto-recharge was switched off because its payment failed (PU-5, NOTE-3). Source: prepaid.
 *
 * @param order the purchase that was not paid
 * @param reason {@code payment.declined} or {@code payment.no-method}
 */
public record AutoRechargeSwitchedOff(String channel, String order, Instant at, String reason) {
  public static final String TYPE = "pu.auto-recharge-switched-off";
}
