package dev.countinghouse.contracts.internal;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import java.time.Instant;
import java.util.List;

/**
 * {@code PUT /internal/channels/{c}/refunds/{id}} of subscription: pay back lines of a charge that
 * was paid (PRE-15). The id is the caller's (PU-4): the same id and content gets the same answer,
 * other content is refused with 422.
 *
 * @param charge id of the charge
 * @param at when, by the channel's clock
 * @param lines what is paid back, with positive amounts; together never more than the charge
 */
public record RefundRequest(String charge, Instant at, String currency, List<ChargeLine> lines) {

  public RefundRequest {
    lines = List.copyOf(lines);
  }
}
