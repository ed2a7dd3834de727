package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.Nullable;

/**
 * What became of one hold.
 *
 * @param status {@code held}, or {@code refused} and nothing was reserved
 * @param code of a refusal: {@code pu.insufficient}, {@code pu.hold-conflict}
 * @param neededTenths what was asked for
 * @param availableTenths what was there before, on a refusal for want of points
 */
public record HoldAnswer(
    String id, String status, @Nullable String code, long neededTenths, long availableTenths) {
  public static final String HELD = "held";
  public static final String REFUSED = "refused";
}
