package dev.countinghouse.contracts.event;

import java.time.Instant;

/**
 * An invoice was finalized; it never changes again. Source: subscription.
 *
 * @param amountMinor total in the currency's smallest unit
 */
public record InvoiceIssued(
    String channel, String number, String kind, long amountMinor, String currency, Instant at) {
  public static final String TYPE = "invoice.issued";
}
