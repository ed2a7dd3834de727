package dev.countinghouse.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Sold in packages; a package that is started is paid whole.
 *
 * @param size units in a package, above 0
 * @param amount of one package
 */
public record PerPackage(long size, BigDecimal amount) implements Price {

  public PerPackage {
    if (size < 1) {
      throw new IllegalArgumentException("size must be 1 or more, was " + size);
    }
    Checks.amount("amount", amount);
  }

  @Override
  public BigDecimal of(BigDecimal quantity) {
    BigDecimal started =
        Checks.quantity(quantity).divide(BigDecimal.valueOf(size), 0, RoundingMode.CEILING);
    return amount.multiply(started);
  }
}
