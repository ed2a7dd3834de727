package dev.countinghouse.prepaid.catalogue;

import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.BookPlan;
import dev.countinghouse.prepaid.domain.OrderDecision;
import dev.countinghouse.prepaid.domain.OrderDecision.Terms;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item that can be bought, as JSON.
 *
 * @param kind {@code counter} or {@code gauge}
 * @param prepaidOnly whether it is not sold in arrears (PRE-17)
 * @param months that a purchase pays for: 12, or 1 for what is bought all at once
 * @param minimum least quantity of an order line (PRE-10)
 * @param maximum greatest quantity of an order line (PRE-10)
 * @param discount part of the price that is saved by paying ahead, a decimal string (PRE-8)
 * @param price of a month's quantity, before the discount
 * @param included what the channel's plan includes every month (PRE-7)
 * @param planLimit the most that may be included and prepaid together (PRE-11); null for no limit
 * @param bought what is prepaid, reserved or being bought; 0 of points, which the ledger counts
 * @param room what may still be bought; null for no limit
 * @param purchasable whether the channel's standing lets it buy the item at once (PRE-12)
 * @param reservable whether the channel's standing lets it reserve the item (PRE-12)
 */
public record ItemView(
    String id,
    String kind,
    boolean prepaidOnly,
    int months,
    long minimum,
    long maximum,
    String discount,
    PriceView price,
    long included,
    @Nullable Long planLimit,
    long bought,
    @Nullable Long room,
    boolean purchasable,
    boolean reservable) {

  static ItemView of(
      Catalogue catalogue, BookItem item, BookItem.Sale sale, Map<String, Long> bought) {
    BookPlan plan = catalogue.bookPlan();
    long included = plan.allowances().getOrDefault(item.id(), 0L);
    long has = item.windowed() ? bought.getOrDefault(item.id(), 0L) : 0;
    Long limit = plan.limits().get(item.id());
    return new ItemView(
        item.id(),
        item.kind().name().toLowerCase(Locale.ROOT),
        item.prepaidOnly(),
        item.months(),
        sale.min(),
        sale.max(),
        discount(catalogue.book(), item).toPlainString(),
        PriceView.of(item.price()),
        included,
        limit,
        has,
        limit == null ? null : Math.max(0, limit - included - has),
        OrderDecision.allows(Terms.AT_ONCE, catalogue.plan(), item),
        OrderDecision.allows(Terms.RESERVED, catalogue.plan(), item));
  }

  private static BigDecimal discount(Book book, BookItem item) {
    return item.isDiscounted() ? book.prepaidDiscount() : BigDecimal.ZERO;
  }
}
