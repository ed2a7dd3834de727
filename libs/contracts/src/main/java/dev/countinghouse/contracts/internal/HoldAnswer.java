package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.Nullable;

/**
 * What became of one hold.
 *
 * @param status {@code held}; {@code refused} and nothing was reserved; {@code undecided}, which
 *     only a call with holds of several channels answers: whether it was reserved is not known, and
 *     the same asked again tells
 * @param code of a refusal: {@code pu.insufficient}, {@code pu.hold-conflict}, {@code
 *     channel.not-found}; why it is undecided: {@code service.unavailable}, {@code
 *     service.overloaded}, {@code internal.error}
 * @param neededTenths what was asked for
 * @param availableTenths what was there before, on a refusal for want of points
 */
public record HoldAnswer(
    String id, String status, @Nullable String code, long neededTenths, long availableTenths) {
  public static final String HELD = "held";
  public static final String REFUSED = "refused";
  public static final String UNDECIDED = "undecided";
}
