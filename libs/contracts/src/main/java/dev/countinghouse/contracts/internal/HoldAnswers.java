package dev.countinghouse.contracts.internal;

import java.util.List;

/** The answer of {@code POST /internal/holds}. */
public record HoldAnswers(List<HoldAnswer> holds) {
  public HoldAnswers {
    holds = List.copyOf(holds);
  }
}
