package dev.countinghouse.prepaid.order;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;

/** Lines as invoices and credit notes show them. */
public final class InvoiceLines {

  private InvoiceLines() {}

  /**
   * A line.
   *
   * @param quantity M; of points all of them
   * @param isMonthly whether it is bought for twelve months
   */
  public static ChargeLine line(String item, long quantity, boolean isMonthly, long amountMinor) {
    String description =
        isMonthly
            ? "Prepaid " + item + ", " + quantity + " a month for 12 months"
            : "Prepaid " + item + ", " + quantity;
    return new ChargeLine(description, item, Long.toString(quantity), amountMinor);
  }
}
