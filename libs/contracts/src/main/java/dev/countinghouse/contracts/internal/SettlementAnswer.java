package dev.countinghouse.contracts.internal;

import org.jspecify.annotations.Nullable;

/**
 * What became of one end of a hold.
 *
 * @param id of the hold
 * @param status {@code settled}, now or when it was asked before; {@code refused} and nothing
 *     changed; {@code undecided}, which only a call with holds of several channels answers: the
 *     same asked again tells
 * @param code of a refusal: {@code pu.hold-ended}, {@code pu.capture-exceeds-hold}, {@code
 *     pu.hold-not-found}, {@code channel.not-found}; why it is undecided: {@code
 *     service.unavailable}, {@code service.overloaded}, {@code internal.error}
 * @param holdStatus {@code open}, {@code captured}, {@code released} or {@code expired}; null where
 *     there is no such hold, or it is not known
 * @param capturedTenths what was taken; 0 unless captured
 */
public record SettlementAnswer(
    String id,
    String status,
    @Nullable String code,
    @Nullable String holdStatus,
    long capturedTenths) {
  public static final String SETTLED = "settled";
  public static final String REFUSED = "refused";
  public static final String UNDECIDED = "undecided";
}
