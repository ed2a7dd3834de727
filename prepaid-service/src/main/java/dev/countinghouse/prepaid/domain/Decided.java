package dev.countinghouse.prepaid.domain;

import java.util.List;

/**
 * What {@link Ledger#decide} decided; storing it is one step.
 *
 * @param outcomes one a command, in the same order
 * @param movements for the journal, in the order in which they happened
 * @param changedLots as they are afterwards
 * @param changedHolds as they are afterwards, new ones included
 * @param balances of the account afterwards
 */
public record Decided(
    List<LedgerOutcome> outcomes,
    List<Movement> movements,
    List<PointLot> changedLots,
    List<Hold> changedHolds,
    Balances balances) {

  public Decided {
    outcomes = List.copyOf(outcomes);
    movements = List.copyOf(movements);
    changedLots = List.copyOf(changedLots);
    changedHolds = List.copyOf(changedHolds);
  }

  /** Whether there is nothing to store. */
  public boolean changedNothing() {
    return changedLots.isEmpty() && changedHolds.isEmpty();
  }
}
