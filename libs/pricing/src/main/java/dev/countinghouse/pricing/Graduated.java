package dev.countinghouse.pricing;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each unit at the price of the tier it falls in (BOOK-3).
 *
 * @param tiers in ascending order; the last has no end
 */
public record Graduated(List<Tier> tiers) implements Price {

  public Graduated {
    tiers = List.copyOf(tiers);
    Checks.ascending(tiers.stream().map(Tier::upTo).toArray(Long[]::new));
  }

  @Override
  public BigDecimal of(BigDecimal quantity) {
    Checks.quantity(quantity);
    BigDecimal amount = BigDecimal.ZERO;
    BigDecimal below = BigDecimal.ZERO;
    for (Tier tier : tiers) {
      BigDecimal end = tier.endWithin(quantity);
      amount = amount.add(end.subtract(below).max(BigDecimal.ZERO).multiply(tier.unit()));
      below = end.max(below);
    }
    return amount;
  }

  /**
   * @param upTo the last unit of the tier; null in the last tier
   * @param unit price of one unit in it
   */
  public record Tier(@Nullable Long upTo, BigDecimal unit) {
    public Tier {
      Checks.amount("unit", unit);
    }

    private BigDecimal endWithin(BigDecimal quantity) {
      return upTo == null ? quantity : quantity.min(BigDecimal.valueOf(upTo));
    }
  }
}
