package dev.countinghouse.subscription.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a paid charge can still be paid back (PRE-15): of each item never more than was paid for
 * it, whatever was paid back before.
 *
 * @param minorByItem in the currency's smallest unit
 */
public record Refundable(Map<String, Long> minorByItem) {

  /** An amount of an item, 0 or more. */
  public record ItemAmount(String item, long minor) {}

  public Refundable {
    minorByItem = Map.copyOf(minorByItem);
  }

  /** What is left of a charge after refunds, those that are under way included. */
  public static Refundable of(List<ItemAmount> paid, List<ItemAmount> returned) {
    Map<String, Long> left = sums(paid);
    sums(returned).forEach((item, minor) -> left.merge(item, -minor, Math::addExact));
    return new Refundable(left);
  }

  public boolean covers(List<ItemAmount> wanted) {
    return sums(wanted).entrySet().stream()
        .allMatch(sum -> sum.getValue() <= minorByItem.getOrDefault(sum.getKey(), 0L));
  }

  private static Map<String, Long> sums(List<ItemAmount> amounts) {
    Map<String, Long> sums = new HashMap<>();
    amounts.forEach(amount -> sums.merge(amount.item(), amount.minor(), Math::addExact));
    return sums;
  }
}
