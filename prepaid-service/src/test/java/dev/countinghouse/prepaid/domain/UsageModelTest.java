package dev.countinghouse.prepaid.domain;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UsageModelTest {

  private static final int HISTORIES = 10_000;

  @Test
  @DisplayName(
      "PRE-1 to PRE-9, PRE-16 random histories agree with a count a unit at a time: several lots,"
          + " odd M, allowances, limits, late and early usage, boundaries of periods and windows,"
          + " lots asked in pages of 1 to 4")
  void agreesWithTheNaiveUsage() {
    Book book = TestBooks.withDiscount("0");
    for (int seed = 0; seed < HISTORIES; seed++) {
      new UsageHistory(seed, (zone, random) -> new StoredUse(book, zone, 1 + random.nextInt(4)))
          .play();
    }
  }
}
