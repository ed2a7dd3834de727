package dev.countinghouse.subscription.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of an invoice.
 *
 * @param item what it is for: a plan's, an add-on's or an item's id
 * @param quantity a decimal as it is shown
 * @param unitAmount exact price of one, up to 12 decimals (MON-1); empty where there is no such
 *     price
 * @param amountMinor rounded once (MON-2), in the currency's smallest unit; negative on a credit
 * @param billedFor what it is billed for, where that is not the invoice's own period: overage, in
 *     arrears (SUB-1a)
 */
public record DraftLine(
    String description,
    String item,
    String quantity,
    Optional<BigDecimal> unitAmount,
    long amountMinor,
    Optional<BillingPeriod> billedFor) {

  /** A line of the invoice's own period. */
  public DraftLine(
      String description,
      String item,
      String quantity,
      Optional<BigDecimal> unitAmount,
      long amountMinor) {
    this(description, item, quantity, unitAmount, amountMinor, Optional.empty());
  }
}
