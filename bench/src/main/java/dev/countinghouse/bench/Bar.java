package dev.countinghouse.bench;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a measurement is to reach.
 *
 * @param text as it is shown
 * @param isMet by the measurement
 */
record Bar(String text, Predicate<Measurement> isMet) {

  /** So many times its floor, or more. */
  static Bar ratio(double least) {
    return new Bar(
        String.format(Locale.ROOT, "ratio >= %.2f", least), line -> line.ratio() >= least);
  }

  /** Less than so much. */
  static Bar below(double limit) {
    return new Bar(String.format(Locale.ROOT, "< %.0f", limit), line -> line.value() < limit);
  }

  /** The bar, and whether {@code line} reaches it. */
  String verdict(Measurement line) {
    return text + (isMet.test(line) ? ": met" : ": MISSED");
  }
}
