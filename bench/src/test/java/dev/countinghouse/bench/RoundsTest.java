package dev.countinghouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  @DisplayName("rounds of candidate and floor alternate; the medians and their ratio count")
  void medians() throws Exception {
    // Given
    List<String> order = new ArrayList<>();
    Iterator<Double> candidate = List.of(10.0, 900.0, 20.0).iterator();
    Iterator<Double> floor = List.of(40.0, 50.0, 1.0).iterator();

    // When
    Rounds<Double> rounds =
        Rounds.alternate(3, () -> next(candidate, "c", order), () -> next(floor, "f", order));

    // Then
    assertThat(order).containsExactly("f", "c", "f", "c", "f", "c");
    assertThat(rounds.measure("m", "u", "bare", figure -> figure))
        .isEqualTo(new Measurement("m", 20, "u", 40, "bare", 0.5, ""));
  }

  @Test
  @DisplayName("of an even number of rounds the middle two are averaged")
  void even() {
    Rounds<Double> rounds = new Rounds<>(List.of(1.0, 3.0), List.of(2.0, 2.0));

    assertThat(rounds.measure("m", "u", "bare", figure -> figure).value()).isEqualTo(2.0);
  }

  private static double next(Iterator<Double> results, String name, List<String> order) {
    order.add(name);
    return results.next();
  }
}
