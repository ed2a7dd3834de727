package dev.countinghouse.prepaid.pricebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.countinghouse.prepaid.domain.Book;
import dev.countinghouse.prepaid.domain.BookItem;
import dev.countinghouse.prepaid.domain.BookItem.Kind;
import dev.countinghouse.prepaid.domain.BookItem.Sale;
import dev.countinghouse.prepaid.domain.BookPlan;
import dev.countinghouse.pricing.PriceReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what selling and billing usage needs of a price book's JSON; what it does not know it
 * passes over. An item without a price is neither sold nor billed.
 */
public final class BookReader {

  private static final ObjectMapper TREE =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private BookReader() {}

  /**
   * The book in {@code json}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Book read(String json) {
    try {
      return book(TREE.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a price book is not JSON", e);
    }
  }

  /**
   * The book in {@code json}, which is to be that version of that book.
   *
   * @throws IllegalArgumentException when it is none, or another
   */
  static Book read(String id, int version, String json) {
    Book book = read(json);
    if (!book.id().equals(id) || book.version() != version) {
      throw new IllegalArgumentException(
          "it is version %d of %s".formatted(book.version(), book.id()));
    }
    return book;
  }

  private static Book book(JsonNode book) {
    Map<String, BookItem> items = new LinkedHashMap<>();
    for (JsonNode item : book.path("items")) {
      if (item.hasNonNull("price")) {
        items.put(item.path("id").asText(), item(item));
      }
    }
    Map<String, BookPlan> plans = new HashMap<>();
    book.path("plans").forEach(plan -> plans.put(plan.path("id").asText(), plan(plan)));
    return new Book(
        book.path("id").asText(),
        book.path("version").asInt(),
        book.path("currency").asText(),
        discount(book.path("prepaidDiscount")),
        items,
        plans);
  }

  private static BookItem item(JsonNode item) {
    return new BookItem(
        item.path("id").asText(),
        "gauge".equals(item.path("kind").asText()) ? Kind.GAUGE : Kind.COUNTER,
        item.path("group").asText(),
        item.hasNonNull("meter") ? item.path("meter").asText() : null,
        !"none".equals(item.path("window").asText()),
        item.path("prepaidOnly").asBoolean(),
        item.hasNonNull("prepaid") ? sale(item.path("prepaid")) : null,
        PriceReader.read(item.path("price")));
  }

  private static Sale sale(JsonNode prepaid) {
    return new Sale(prepaid.path("min").asLong(), prepaid.path("max").asLong());
  }

  /** A plain value, or one that carries a mark beside it; none is no discount. */
  private static BigDecimal discount(JsonNode discount) {
    JsonNode value = discount.isObject() ? discount.path("value") : discount;
    return value.isMissingNode() || value.isNull() ? BigDecimal.ZERO : PriceReader.decimal(value);
  }

  private static BookPlan plan(JsonNode plan) {
    return new BookPlan(quantities(plan.path("allowances")), quantities(plan.path("limits")));
  }

  private static Map<String, Long> quantities(JsonNode node) {
    Map<String, Long> quantities = new HashMap<>();
    node.properties().forEach(of -> quantities.put(of.getKey(), of.getValue().asLong()));
    return quantities;
  }
}
