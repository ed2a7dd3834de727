package dev.countinghouse.prepaid.limit;

/**
 * A limit as JSON.
 *
 * @param monthly units a billing period
 */
public record LimitView(String item, long monthly) {}
