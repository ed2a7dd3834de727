package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a decision must know of a channel's points.
 *
 * @param lots every lot in which something is left, and every lot that a command names
 * @param holds every hold that a command names and, of the open ones, those whose time has come
 */
public record AccountState(List<PointLot> lots, List<Hold> holds) {

  public AccountState {
    lots = List.copyOf(lots);
    holds = List.copyOf(holds);
  }

  /** The balances as they stand at {@code now}, also when nothing has yet swept what expired. */
  public Balances balancesAt(Instant now) {
    List<LedgerCommand> sweep = List.of(new LedgerCommand.ExpireDue(now));
    return Ledger.decide(this, sweep).balances();
  }
}
