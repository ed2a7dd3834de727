package dev.countinghouse.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One line of a report.
 *
 * @param floor the same of {@code floorName}, measured in the same run
 * @param ratio value by floor
 * @param bar what it is to reach and whether it does, for people; empty where nothing is asked
 */
@JsonPropertyOrder({"metric", "value", "unit", "floor", "floorName", "ratio"})
public record Measurement(
    String metric,
    double value,
    String unit,
    double floor,
    String floorName,
    double ratio,
    @JsonIgnore String bar) {

  /** With the ratio worked out; numbers rounded to what was measured. */
  static Measurement of(String metric, double value, String unit, double floor, String floorName) {
    return new Measurement(
        metric, rounded(value), unit, rounded(floor), floorName, rounded(value / floor), "");
  }

  /** The same with what it is to reach. */
  Measurement against(Bar asked) {
    return new Measurement(metric, value, unit, floor, floorName, ratio, asked.verdict(this));
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }
}
