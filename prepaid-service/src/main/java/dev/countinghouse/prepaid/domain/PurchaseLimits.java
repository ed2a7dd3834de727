package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.LineFault.Code;
import java.math.BigDecimal;

/**
 * What one order line may ask for (PRE-10). The least and the greatest quantity are the book's; the
 * greatest amount is the rule's own and holds for every book.
 */
public final class PurchaseLimits {

  /** PRE-10: never an amount above this, in the currency's main unit. */
  public static final BigDecimal GREATEST_AMOUNT = BigDecimal.valueOf(9_999_999_999L);

  private PurchaseLimits() {}

  /** What became of a check. */
  public sealed interface Checked {}

  /** The line is in order. */
  public record Within(QuotedLine line) implements Checked {}

  /** The line is refused. */
  public record Outside(LineFault fault) implements Checked {}

  /**
   * Checks one line.
   *
   * @param line its position, for the fault
   */
  public static Checked check(Book book, int line, OrderLine order) {
    BookItem item = book.items().get(order.item());
    if (item == null || item.sale() == null) {
      return outside(line, Code.UNKNOWN_ITEM, "item", "an item of the price book " + book.id());
    }
    return check(book, line, item, item.sale(), order.monthlyQuantity());
  }

  private static Checked check(
      Book book, int line, BookItem item, BookItem.Sale sale, BigDecimal quantity) {
    String range = "a whole number from " + sale.min() + " to " + sale.max();
    if (quantity.compareTo(BigDecimal.valueOf(sale.max())) > 0) {
      return outside(line, Code.QUANTITY_ABOVE_MAXIMUM, "monthlyQuantity", range);
    }
    if (quantity.compareTo(BigDecimal.valueOf(sale.min())) < 0) {
      return outside(line, Code.QUANTITY_BELOW_MINIMUM, "monthlyQuantity", range);
    }
    if (quantity.stripTrailingZeros().scale() > 0) {
      return outside(line, Code.QUANTITY_NOT_WHOLE, "monthlyQuantity", range);
    }
    return priced(book, line, item, quantity.longValueExact());
  }

  private static Checked priced(Book book, int line, BookItem item, long quantity) {
    BigDecimal amount = QuotedLine.term(book, item, item.price().of(quantity));
    return amount.compareTo(GREATEST_AMOUNT) > 0
        ? outside(
            line,
            Code.AMOUNT_TOO_LARGE,
            "monthlyQuantity",
            "an amount of at most " + GREATEST_AMOUNT.toPlainString())
        : new Within(QuotedLine.of(book, item, quantity));
  }

  private static Checked outside(int line, Code code, String field, String expected) {
    return new Outside(new LineFault(line, code, field, expected));
  }
}
