package dev.countinghouse.contracts.internal;

import dev.countinghouse.contracts.internal.ChargeRequest.ChargeLine;
import java.util.List;

/**
 * What is postpaid of a period, for its invoice (SUB-1a, PRE-9).
 *
 * @param lines in the book's order of items; first of the period itself, then of usage that came
 *     late for periods before
 */
public record ClosingAnswer(List<ChargeLine> lines) {

  public ClosingAnswer {
    lines = List.copyOf(lines);
  }
}
