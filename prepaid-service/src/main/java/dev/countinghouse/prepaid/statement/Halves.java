package dev.countinghouse.prepaid.statement;

import dev.countinghouse.http.Quantities;

/** Halves of a unit as decimal strings, {@code "50.5"}. */
final class Halves {

  private static final int TENTHS = 5;
  private static final int UNIT = 2;

  private Halves() {}

  static String text(long halves) {
    return Quantities.ofTenths(Math.multiplyExact(halves, TENTHS));
  }

  static String ofUnits(long units) {
    return text(Math.multiplyExact(units, UNIT));
  }
}
