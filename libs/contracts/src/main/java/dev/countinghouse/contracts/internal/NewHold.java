package dev.countinghouse.contracts.internal;

/**
 * The body of {@code PUT /internal/channels/{c}/holds/{id}} of prepaid: one hold (PU-3, PU-4).
 *
 * @param tenths how much to reserve, in tenths of a PU, above 0
 * @param reason part of the content, 1 to 200 characters
 */
public record NewHold(long tenths, String reason) {}
