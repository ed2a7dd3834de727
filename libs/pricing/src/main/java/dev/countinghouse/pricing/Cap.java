package dev.countinghouse.pricing;

import java.math.BigDecimal;

/**
 * A ceiling over a sum (BOOK-4).
 *
 * @param ceiling the most that may be charged
 */
public record Cap(BigDecimal ceiling) {

  public Cap {
    Checks.amount("ceiling", ceiling);
  }

  /** What the cap saves of {@code sum}: 0 or more, so that sum − saved is what is charged. */
  public BigDecimal saved(BigDecimal sum) {
    return sum.subtract(ceiling).max(BigDecimal.ZERO);
  }
}
