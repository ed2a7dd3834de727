package dev.countinghouse.subscription.pricebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.pricing.Cap;
import dev.countinghouse.pricing.Price;
import dev.countinghouse.pricing.PriceReader;
import dev.countinghouse.subscription.domain.PriceBook;
import dev.countinghouse.subscription.domain.Product;
import dev.countinghouse.subscription.domain.TrialTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a price book off a document's tree. */
final class BookReader {

  private static final int LONGEST_ID = 64;

  private BookReader() {}

  /** The book, or what is wrong with the first field that is. */
  static PriceBook read(JsonNode tree) throws InvalidBook {
    Node root = Node.root(tree);
    List<Product> plans = products(root, "plans");
    List<Product> addOns = products(root, "addOns");
    return new PriceBook(
        id(root),
        root.field("version").whole(1),
        date(root.field("effectiveFrom")),
        currency(root.field("currency")),
        plans,
        addOns,
        cap(root.field("subscriptionFeeCap")),
        trial(root.field("trial")),
        gaugeMeters(root));
  }

  private static String id(Node node) throws InvalidBook {
    Node id = node.field("id");
    String text = id.text();
    if (text.length() > LONGEST_ID || !text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw id.wrong("lower-case letters, digits and single hyphens, at most " + LONGEST_ID);
    }
    return text;
  }

  private static LocalDate date(Node node) throws InvalidBook {
    String text = node.text();
    return node.checked("a date as 2024-01-31", () -> LocalDate.parse(text));
  }

  private static Optional<String> currency(Node node) throws InvalidBook {
    if (node.isAbsent()) {
      return Optional.empty();
    }
    String code = node.text();
    return Optional.of(
        node.checked(
            "an ISO 4217 code", () -> java.util.Currency.getInstance(code).getCurrencyCode()));
  }

  private static Optional<Cap> cap(Node node) throws InvalidBook {
    if (node.isAbsent()) {
      return Optional.empty();
    }
    if (!node.field("per").text().equals("month")) {
      throw node.field("per").wrong("month");
    }
    BigDecimal ceiling =
        node.checked("an amount", () -> PriceReader.decimal(node.json(), "amount"));
    return Optional.of(node.checked("an amount of 0 or more", () -> new Cap(ceiling)));
  }

  private static Optional<TrialTerms> trial(Node node) throws InvalidBook {
    if (node.isAbsent()) {
      return Optional.empty();
    }
    Set<String> requires = new HashSet<>(node.field("requires").texts());
    if (!Set.of("tutorial").containsAll(requires)) {
      throw node.field("requires").wrong("a list of: tutorial");
    }
    return Optional.of(
        new TrialTerms(
            node.field("days").whole(1),
            requires.contains("tutorial"),
            grantTenths(node.field("grant")),
            limits(node.field("limits")),
            new HashSet<>(node.field("withholds").texts())));
  }

  private static long grantTenths(Node grant) throws InvalidBook {
    if (grant.isAbsent()) {
      return 0;
    }
    Node units = grant.field("puUnits");
    return units.checked(
        "PU of 0 or more, with at most one decimal",
        () -> positive(PriceReader.decimal(grant.json(), "puUnits").movePointRight(1)));
  }

  private static long positive(BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("negative");
    }
    return value.longValueExact();
  }

  private static Map<String, Long> limits(Node node) throws InvalidBook {
    Map<String, Long> limits = new HashMap<>();
    for (Map.Entry<String, Node> limit : node.members().entrySet()) {
      limits.put(limit.getKey(), (long) limit.getValue().whole(0));
    }
    return limits;
  }

  private static List<Product> products(Node root, String name) throws InvalidBook {
    List<Product> products = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node node : root.field(name).elements()) {
      Product product = product(node);
      if (!ids.add(product.id())) {
        throw node.field("id").wrong("an id that no other of " + name + " has");
      }
      products.add(product);
    }
    return products;
  }

  private static Product product(Node node) throws InvalidBook {
    Node price = node.field("price");
    Optional<String> meter =
        price.isAbsent() || price.field("meter").isAbsent()
            ? Optional.empty()
            : Optional.of(price.field("meter").text());
    return new Product(
        id(node), price(price), meter, GrantsReader.read(node.field("entitlements")));
  }

  private static Optional<Price> price(Node node) throws InvalidBook {
    if (node.isAbsent()) {
      return Optional.empty();
    }
    return Optional.of(node.checkedByMessage(() -> PriceReader.read(node.json())));
  }

  /** Items are prepaid's to read; here only what is read of them at a period's end. */
  private static Set<String> gaugeMeters(Node root) throws InvalidBook {
    Set<String> meters = new HashSet<>();
    for (Node item : root.field("items").elements()) {
      id(item);
      price(item.field("price"));
      Node meter = item.field("meter");
      if (!meter.isAbsent() && item.field("kind").text().equals("gauge")) {
        meters.add(meter.text());
      }
    }
    return meters;
  }
}
