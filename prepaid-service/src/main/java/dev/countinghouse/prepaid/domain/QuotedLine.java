package dev.countinghouse.prepaid.domain;

import dev.countinghouse.pricing.LineAmount;
import java.math.BigDecimal;

/**
 * What one line costs (PRE-8).
 *
 * @param monthlyMinor its quantity through the item's tiers, a month, before any discount
 * @param termMinor what a purchase charges: the whole term, discounted, rounded once (MON-2)
 */
public record QuotedLine(
    BookItem item, long monthlyQuantity, long monthlyMinor, long termMinor, String currency) {

  /** Prices a quantity that is within the item's limits. */
  public static QuotedLine of(Book book, BookItem item, long monthlyQuantity) {
    BigDecimal monthly = item.price().of(monthlyQuantity);
    return new QuotedLine(
        item,
        monthlyQuantity,
        LineAmount.round(monthly, book.currency()).minor(),
        LineAmount.round(term(book, item, monthly), book.currency()).minor(),
        book.currency());
  }

  /** The exact amount of the term: 12 × monthly × (1 − discount). */
  static BigDecimal term(Book book, BookItem item, BigDecimal monthly) {
    BigDecimal part =
        item.isDiscounted() ? BigDecimal.ONE.subtract(book.prepaidDiscount()) : BigDecimal.ONE;
    return monthly.multiply(BigDecimal.valueOf(item.months())).multiply(part);
  }
}
