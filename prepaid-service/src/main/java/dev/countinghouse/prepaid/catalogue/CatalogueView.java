package dev.countinghouse.prepaid.catalogue;

import dev.countinghouse.prepaid.domain.BookItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a channel may buy, as JSON: the items of its price book, in the book's order and groups.
 *
 * @param standing {@code free}, {@code trial} or {@code paid}
 * @param groups {@code required}, {@code add-ons}, {@code integrations}, as the book has them
 */
public record CatalogueView(
    String priceBook,
    int priceBookVersion,
    String currency,
    String plan,
    String standing,
    List<Group> groups) {

  public CatalogueView {
    groups = List.copyOf(groups);
  }

  /** Items that are shown together. */
  public record Group(String group, List<ItemView> items) {
    public Group {
      items = List.copyOf(items);
    }
  }

  static CatalogueView of(Catalogue catalogue, Map<String, Long> bought) {
    Map<String, List<ItemView>> groups = new LinkedHashMap<>();
    for (BookItem item : catalogue.book().items().values()) {
      BookItem.Sale sale = item.sale();
      if (sale != null) {
        groups
            .computeIfAbsent(item.group(), group -> new ArrayList<>())
            .add(ItemView.of(catalogue, item, sale, bought));
      }
    }
    return new CatalogueView(
        catalogue.book().id(),
        catalogue.book().version(),
        catalogue.book().currency(),
        catalogue.plan().plan(),
        catalogue.plan().standing().name().toLowerCase(Locale.ROOT),
        groups.entrySet().stream().map(of -> new Group(of.getKey(), of.getValue())).toList());
  }
}
