package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UsageModelTest {

  private static final int HISTORIES = 10_000;

  @Test
  @DisplayName(
      "PRE-1 to PRE-9, PRE-16 random histories agree with the model: several lots to their ends and"
          + " renewals, odd M, allowances, limits, late and early usage, all boundaries, lots asked"
          + " in pages of 1 to 4")
  void agreesWithTheModel() {
    Book book = TestBooks.withDiscount("0");
    Map<Situation, Integer> met = new EnumMap<>(Situation.class);
    for (int seed = 0; seed < HISTORIES; seed++) {
      new UsageHistory(seed, (zone, random) -> new StoredUse(book, zone, 1 + random.nextInt(4)))
          .play()
          .forEach(situation -> met.merge(situation, 1, Integer::sum));
    }
    assertThat(Situation.rare(met)).as("situations that too few of them met").isEmpty();
  }
}
