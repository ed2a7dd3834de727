package dev.countinghouse.contracts.internal;

import java.time.Instant;
import java.util.List;

/**
 * {@code PUT /internal/channels/{c}/charges/{id}} of subscription: invoice these lines now and take
 * the payment. The id is the caller's (PU-4): the same id and content gets the same answer, other
 * content is refused with 422.
 *
 * @param kind what the invoice is: {@code prepaid-purchase}, {@code pu-top-up}
 * @param at when it is charged, by the channel's clock
 */
public record ChargeRequest(String kind, Instant at, String currency, List<ChargeLine> lines) {

  public ChargeRequest {
    lines = List.copyOf(lines);
  }

  /**
   * One line of the invoice.
   *
   * @param amountMinor in the currency's smallest unit, already rounded (MON-2)
   */
  public record ChargeLine(String description, String item, String quantity, long amountMinor) {}
}
