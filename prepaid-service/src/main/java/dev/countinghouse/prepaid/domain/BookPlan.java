package dev.countinghouse.prepaid.domain;

import java.util.Map;

/**
 * What a plan includes and allows (PRE-7, PRE-11).
 *
 * @param allowances by item, included every month
 * @param limits by item, the most that may be included and prepaid together; an item without one
 *     has no limit
 */
public record BookPlan(Map<String, Long> allowances, Map<String, Long> limits) {

  public BookPlan {
    allowances = Map.copyOf(allowances);
    limits = Map.copyOf(limits);
  }

  public static BookPlan none() {
    return new BookPlan(Map.of(), Map.of());
  }
}
