package dev.countinghouse.contracts.internal;

import java.util.List;

/** The answer of {@code POST /internal/holds/settlements}. */
public record SettlementAnswers(List<SettlementAnswer> settlements) {
  public SettlementAnswers {
    settlements = List.copyOf(settlements);
  }
}
