package dev.countinghouse.prepaid.order;

import dev.countinghouse.prepaid.domain.QuotedLine;

/** Lines as invoices and credit notes show them. */
public final class InvoiceLines {

  private InvoiceLines() {}

  /** What the charge of a line says of it. */
  static String description(QuotedLine line) {
    return description(line.item().id(), line.monthlyQuantity(), line.item().windowed());
  }

  /**
   * What an invoice or a credit note says of a line.
   *
   * @param quantity M; of points all of them
   * @param isMonthly whether it is bought for twelve months
   */
  public static String description(String item, long quantity, boolean isMonthly) {
    return isMonthly
        ? "Prepaid " + item + ", " + quantity + " a month for 12 months"
        : "Prepaid " + item + ", " + quantity;
  }
}
