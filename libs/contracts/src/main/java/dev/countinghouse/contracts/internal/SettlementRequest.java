package dev.countinghouse.contracts.internal;

/**
 * One end of a hold, of {@code POST /internal/holds/settlements} of prepaid (PU-3).
 *
 * @param id of the hold
 * @param tenths what is taken, at most what was held; the rest is released. 0 releases all
 */
public record SettlementRequest(String id, String channel, long tenths) {}
