package dev.countinghouse.pricing;

import java.math.BigDecimal;

/**
 * Every unit at the same price.
 *
 * @param amount of one unit
 */
public record PerUnit(BigDecimal amount) implements Price {

  public PerUnit {
    Checks.amount("amount", amount);
  }

  @Override
  public BigDecimal of(BigDecimal quantity) {
    return amount.multiply(Checks.quantity(quantity));
  }
}
