package dev.countinghouse.contracts.internal;

/**
 * The body of {@code POST /internal/channels/{c}/holds/{id}/capture} of prepaid; {@code …/release}
 * takes none.
 *
 * @param tenths what is taken, at most what was held; the rest is released (PU-3)
 */
public record HoldSettlement(long tenths) {}
