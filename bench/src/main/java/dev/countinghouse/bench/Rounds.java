package dev.countinghouse.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Alternating rounds of a candidate and its floor, so that both meet the same moods of a machine.
 */
record Rounds<R>(List<R> candidate, List<R> floor) {

  /** One round. */
  @FunctionalInterface
  interface Round<R> {
    R run() throws Exception;
  }

  /** Runs {@code count} rounds of each, one after the other. */
  static <R> Rounds<R> alternate(int count, Round<R> candidate, Round<R> floor) throws Exception {
    List<R> candidates = new ArrayList<>();
    List<R> floors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      floors.add(floor.run());
      candidates.add(candidate.run());
    }
    return new Rounds<>(List.copyOf(candidates), List.copyOf(floors));
  }

  /** The medians of one figure, side by side. */
  Measurement measure(String metric, String unit, String floorName, ToDoubleFunction<R> figure) {
    return Measurement.of(
        metric, median(candidate, figure), unit, median(floor, figure), floorName);
  }

  private static <R> double median(List<R> results, ToDoubleFunction<R> figure) {
    double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
