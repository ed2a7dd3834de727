package dev.countinghouse.contracts.event;

import java.time.Instant;

/**
 * Usage of an item in a period has come to a part of what the plan includes or of the channel's own
 * limit (NOTE-3); told once a channel, item, period, {@code of}, percentage and quantity. Source:
 * prepaid.
 *
 * @param of {@code allowance} or {@code limit}
 * @param percent 80 or 100
 * @param used units of the period that were let through
 * @param quantity the allowance or the limit, in units
 * @param periodStart first instant of the period
 * @param at when it was counted, by the channel's clock
 */
public record UsageThresholdReached(
    String channel,
    String item,
    String of,
    int percent,
    long used,
    long quantity,
    Instant periodStart,
    Instant at) {
  public static final String TYPE = "usage.threshold-reached";
  public static final String ALLOWANCE = "allowance";
  public static final String LIMIT = "limit";
}
