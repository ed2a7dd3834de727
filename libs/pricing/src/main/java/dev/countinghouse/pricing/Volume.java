package dev.countinghouse.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All units at the price of the tier that the total falls in (BOOK-3). Nothing used falls in the
 * lowest tier.
 *
 * @param tiers in ascending order; the last has no end
 */
public record Volume(List<Tier> tiers) implements Price {

  public Volume {
    tiers = List.copyOf(tiers);
    Checks.ascending(tiers.stream().map(Tier::upTo).toArray(Long[]::new));
  }

  @Override
  public BigDecimal of(BigDecimal quantity) {
    return tierOf(quantity).price().of(quantity);
  }

  /** The tier that a total falls in. */
  public Tier tierOf(BigDecimal quantity) {
    Checks.quantity(quantity);
    return tiers.stream().filter(tier -> tier.reaches(quantity)).findFirst().orElseThrow();
  }

  /**
   * @param upTo the largest total of the tier; null in the last tier
   * @param price {@link Flat} (that amount for the tier) or {@link PerUnit}
   */
  public record Tier(@Nullable Long upTo, Price price) {
    public Tier {
      if (!(price instanceof Flat || price instanceof PerUnit)) {
        throw new IllegalArgumentException("a volume tier has a flat amount or a unit price");
      }
    }

    private boolean reaches(BigDecimal quantity) {
      return upTo == null || quantity.compareTo(BigDecimal.valueOf(upTo)) <= 0;
    }
  }
}
