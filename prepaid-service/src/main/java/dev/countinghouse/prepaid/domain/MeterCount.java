package dev.countinghouse.prepaid.domain;

import java.time.Instant;

/**
 * How much of a meter happened at an instant, as metering-service counted it.
 *
 * @param quantity above 0
 */
public record MeterCount(String meter, Instant at, long quantity) {}
