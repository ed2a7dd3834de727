package dev.countinghouse.subscription.domain;

import java.util.List;

/**
 * What a channel chose: a plan and add-ons by their ids.
 *
 * @param addOns each once, in the order they were chosen
 */
public record Selection(String plan, List<String> addOns) {

  /** Free, without anything. */
  public static final Selection FREE = new Selection(PriceBook.FREE, List.of());

  public Selection {
    addOns = addOns.stream().distinct().toList();
  }
}
