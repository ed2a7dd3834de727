package dev.countinghouse.prepaid.domain;

import dev.countinghouse.pricing.Price;

/**
 * An item that a price book sells prepaid (BOOK-1).
 *
 * @param group {@code required}, {@code add-ons} or {@code integrations}
 * @param windowed whether a lot of it has monthly windows; PU has none and is bought once, not
 *     twelve times
 * @param min least quantity of an order line (PRE-10)
 * @param max greatest quantity of an order line (PRE-10)
 * @param price of a month's quantity, or of the whole quantity when it has no windows
 */
public record BookItem(String id, String group, boolean windowed, long min, long max, Price price) {

  /** Usage for integrations gets no prepaid discount (first source document). */
  public boolean isDiscounted() {
    return !"integrations".equals(group);
  }

  /** How many months a purchase pays for. */
  public int months() {
    return windowed ? LotTerm.MONTHS : 1;
  }
}
