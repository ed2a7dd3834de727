package dev.countinghouse.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a price as price books write it (BOOK-1): {@code {"model":"graduated","tiers":[{"upTo":50,
 * "unit":"0"},{"unit":"0.1"}]}}. Reads the tree by hand, so that a native program needs no
 * reflection for it.
 */
public final class PriceReader {

  /** Beyond it, adding 1 to a number that is written in ten characters would take all memory. */
  private static final int MAX_SCALE = 40;

  private PriceReader() {}

  /**
   * The price in {@code node}.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  public static Price read(JsonNode node) {
    String model = node.path("model").asText();
    return switch (model) {
      case "flat" -> new Flat(decimal(node, "amount"));
      case "per-unit" -> new PerUnit(decimal(node, "amount"));
      case "package" -> new PerPackage(whole(node, "size"), decimal(node, "amount"));
      case "graduated" -> new Graduated(tiers(node).map(PriceReader::graduatedTier).toList());
      case "volume" -> new Volume(tiers(node).map(PriceReader::volumeTier).toList());
      default -> throw new IllegalArgumentException("unknown pricing model: '" + model + "'");
    };
  }

  /** A decimal that is written as text or as a number of the document, exact. */
  public static BigDecimal decimal(JsonNode node, String field) {
    try {
      return decimal(node.path(field));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(field + " must be a decimal string", e);
    }
  }

  /** As {@link #decimal(JsonNode, String)}, the value itself given. */
  public static BigDecimal decimal(JsonNode value) {
    if (!value.isTextual() && !value.isIntegralNumber() && !value.isBigDecimal()) {
      throw new IllegalArgumentException("not a decimal");
    }
    BigDecimal decimal = new BigDecimal(value.asText());
    if (Math.abs((long) decimal.scale()) > MAX_SCALE) {
      throw new IllegalArgumentException("too large or too fine");
    }
    return decimal;
  }

  private static Graduated.Tier graduatedTier(JsonNode tier) {
    return new Graduated.Tier(upTo(tier), decimal(tier, "unit"));
  }

  private static Volume.Tier volumeTier(JsonNode tier) {
    if (tier.has("flat") == tier.has("unit")) {
      throw new IllegalArgumentException("a volume tier has either flat or unit");
    }
    Price price =
        tier.has("flat") ? new Flat(decimal(tier, "flat")) : new PerUnit(decimal(tier, "unit"));
    return new Volume.Tier(upTo(tier), price);
  }

  private static Stream<JsonNode> tiers(JsonNode node) {
    JsonNode tiers = node.path("tiers");
    if (!tiers.isArray()) {
      throw new IllegalArgumentException("tiers must be a list");
    }
    return StreamSupport.stream(tiers.spliterator(), false);
  }

  private static @Nullable Long upTo(JsonNode tier) {
    return tier.has("upTo") ? whole(tier, "upTo") : null;
  }

  private static long whole(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(field + " must be a whole number");
    }
    return value.longValue();
  }
}
