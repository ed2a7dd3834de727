package dev.countinghouse.prepaid.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of a version of a price book that prepaid usage needs; a published version never
 * changes.
 *
 * @param prepaidDiscount part of the price that paying for a year ahead saves; 0 when none
 * @param items by id, those that are sold prepaid or billed in arrears, in the book's order
 * @param plans by id
 */
public record Book(
    String id,
    int version,
    String currency,
    BigDecimal prepaidDiscount,
    Map<String, BookItem> items,
    Map<String, BookPlan> plans) {

  public Book {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    plans = Map.copyOf(plans);
  }
}
