package dev.countinghouse.pricing;

import java.math.BigDecimal;

/**
 * One amount, whatever the quantity.
 *
 * @param amount 0 or more
 */
public record Flat(BigDecimal amount) implements Price {

  public Flat {
    Checks.amount("amount", amount);
  }

  @Override
  public BigDecimal of(BigDecimal quantity) {
    Checks.quantity(quantity);
    return amount;
  }
}
