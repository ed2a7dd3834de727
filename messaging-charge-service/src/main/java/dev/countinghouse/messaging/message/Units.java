package dev.countinghouse.messaging.message;

import java.math.BigDecimal;

/** PU as outsiders see them (MON-3). */
final class Units {

  private Units() {}

  /** Tenths as a decimal string: 145 is {@code 14.5}, 100 is {@code 10}. */
  static String text(long tenths) {
    BigDecimal units = BigDecimal.valueOf(tenths, 1).stripTrailingZeros();
    return units.scale() < 0 ? units.setScale(0).toPlainString() : units.toPlainString();
  }
}
