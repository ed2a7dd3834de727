package dev.countinghouse.contracts.internal;

import java.time.Instant;

/**
 * One hold of {@code POST /internal/holds} of prepaid (PU-3, PU-4).
 *
 * @param id the caller's id of the hold; same id + same content = same answer
 * @param tenths how much to reserve, in tenths of a PU, above 0
 * @param at when the caller asked; the hold itself is dated by the channel's clock (TIME-3)
 */
public record HoldRequest(String id, String channel, long tenths, String reason, Instant at) {}
