package dev.countinghouse.subscription.invoice;

import dev.countinghouse.subscription.domain.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an invoice says besides its lines.
 *
 * @param kind {@code subscription}, {@code usage}, or what another service charges for
 * @param issuedAt by the channel's clock
 * @param period what it is for as a whole; empty on a charge
 * @param mau what decided the tier; empty when nothing depends on it
 */
public record InvoiceFacts(
    String kind, Instant issuedAt, Optional<BillingPeriod> period, Optional<MauAt> mau) {

  /** The MAU of a day (MAU-6). */
  public record MauAt(LocalDate on, long mau) {}
}
