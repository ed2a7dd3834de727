package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.BookItem.Kind;
import dev.countinghouse.prepaid.domain.BookItem.Sale;
import dev.countinghouse.pricing.Graduated;
import dev.countinghouse.pricing.PerUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Books with the figures of the source documents. */
final class TestBooks {

  static final BookItem WORKFLOW =
      new BookItem(
          "workflow-action",
          Kind.COUNTER,
          "add-ons",
          "workflow-actions",
          true,
          false,
          new Sale(51, 1_000_000),
          new Graduated(
              List.of(
                  tier(50L, "0"), tier(3000L, "0.1"), tier(20000L, "0.05"), tier(null, "0.01"))));

  static final BookItem MU =
      new BookItem(
          "mu",
          Kind.GAUGE,
          "required",
          "mau",
          true,
          false,
          new Sale(100, 1_000_000),
          new PerUnit(new BigDecimal("0.02")));

  static final BookItem SEAT =
      new BookItem(
          "basic-seat",
          Kind.GAUGE,
          "required",
          "basic-seats",
          true,
          false,
          new Sale(1, 1_000),
          new PerUnit(new BigDecimal("5")));

  static final BookItem PU =
      new BookItem(
          "pu",
          Kind.COUNTER,
          "integrations",
          null,
          false,
          true,
          new Sale(100, 9_999_999_999L),
          new PerUnit(new BigDecimal("0.001")));

  static final BookPlan EARLY_STAGE =
      new BookPlan(Map.of("mu", 1_000L, "workflow-action", 50L), Map.of("mu", 3_000L));

  private TestBooks() {}

  static Book withDiscount(String discount) {
    return new Book(
        "test",
        1,
        "USD",
        new BigDecimal(discount),
        Map.of("workflow-action", WORKFLOW, "mu", MU, "basic-seat", SEAT, "pu", PU),
        Map.of("early-stage", EARLY_STAGE));
  }

  /** An add-on of which 1 to 1,000,000 are sold at one price each. */
  static BookItem soldAt(String id, boolean windowed, String unit) {
    PerUnit price = new PerUnit(new BigDecimal(unit));
    return new BookItem(
        id, Kind.COUNTER, "add-ons", null, windowed, false, new Sale(1, 1_000_000), price);
  }

  private static Graduated.Tier tier(@Nullable Long upTo, String unit) {
    return new Graduated.Tier(upTo, new BigDecimal(unit));
  }
}
