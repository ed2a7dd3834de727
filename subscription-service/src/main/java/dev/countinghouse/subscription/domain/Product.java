package dev.countinghouse.subscription.domain;

import dev.countinghouse.pricing.Price;
import java.util.Optional;

/**
 * A plan or an add-on of a price book.
 *
 * @param price what a month costs; empty when it is free
 * @param meter what the price's quantity counts ({@code mau}); empty when the price has none
 */
public record Product(String id, Optional<Price> price, Optional<String> meter, Grants grants) {

  /** The only meter that fees in advance depend on (MAU-6). */
  public static final String MAU = "mau";

  /** Whether its fee can be said when a period starts: it is flat, or depends on the MAU. */
  public boolean isBilledInAdvance() {
    return price.isPresent() && meter.map(MAU::equals).orElse(true);
  }
}
