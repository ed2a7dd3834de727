package dev.countinghouse.subscription.pricebook;

import dev.countinghouse.pricing.PriceReader;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/**
 * What a book must be before it is published, for those who sell and bill by it: its items, what
 * its plans include and allow of them, and its discount (PRE-7, PRE-8, PRE-10, PRE-11). A version
 * that was published before a check was made is kept as it is.
 */
final class ItemChecks {

  /** PRE-10: no quantity and no amount is greater. */
  private static final long MOST = 9_999_999_999L;

  /** What the message ledger counts: the one item that has no months. */
  private static final String POINTS = "pu";

  private ItemChecks() {}

  /** Fails with the first field that is wrong. */
  static void check(Node root) throws InvalidBook {
    Set<String> ids = new HashSet<>();
    Set<String> meters = new HashSet<>();
    for (Node item : root.field("items").elements()) {
      distinct(item.field("id"), ids, "an id that no other of items has");
      distinct(item.field("meter"), meters, "a meter that no other of items has");
      item(item);
    }
    for (Node plan : root.field("plans").elements()) {
      quantities(plan.field("allowances"));
      quantities(plan.field("limits"));
    }
    discount(root.field("prepaidDiscount"));
  }

  private static void distinct(Node node, Set<String> others, String expected) throws InvalidBook {
    if (!node.isAbsent() && !others.add(node.text())) {
      throw node.wrong(expected);
    }
  }

  private static void item(Node item) throws InvalidBook {
    oneOf(item.field("kind"), Set.of("counter", "gauge"));
    oneOf(item.field("window"), Set.of("none"));
    if (!item.field("group").isAbsent()) {
      item.field("group").text();
    }
    if (!item.field("prepaidOnly").isAbsent() && !item.field("prepaidOnly").json().isBoolean()) {
      throw item.field("prepaidOnly").wrong("true or false");
    }
    if (!item.field("prepaid").isAbsent()) {
      sold(item);
    }
  }

  private static void sold(Node item) throws InvalidBook {
    item.field("prepaid").members();
    long min = item.field("prepaid").field("min").whole(1, MOST);
    item.field("prepaid").field("max").whole(min, MOST);
    if (item.field("price").isAbsent()) {
      throw item.field("price").wrong("a price, for it is sold prepaid");
    }
    boolean isPoints = item.field("id").text().equals(POINTS);
    if (item.field("window").isAbsent() == isPoints) {
      throw item.field("window").wrong(isPoints ? "none, for points have no months" : "nothing");
    }
  }

  private static void oneOf(Node node, Set<String> values) throws InvalidBook {
    if (!node.isAbsent() && !values.contains(node.text())) {
      throw node.wrong("one of " + String.join(", ", values.stream().sorted().toList()));
    }
  }

  private static void quantities(Node node) throws InvalidBook {
    for (Node quantity : node.members().values()) {
      quantity.whole(0, MOST);
    }
  }

  /** A plain value, or one that carries a mark beside it. */
  private static void discount(Node node) throws InvalidBook {
    if (node.isAbsent()) {
      return;
    }
    Node value = node.json().isObject() ? node.field("value") : node;
    BigDecimal part = value.checked("a decimal string", () -> PriceReader.decimal(value.json()));
    if (part.signum() < 0 || part.compareTo(BigDecimal.ONE) >= 0) {
      throw value.wrong("from 0 to less than 1");
    }
  }
}
