package dev.countinghouse.prepaid.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps an account between decisions, as storage would. */
final class Replay {

  private final Map<String, PointLot> lots = new LinkedHashMap<>();
  private final Map<String, Hold> holds = new LinkedHashMap<>();
  private final List<Movement> journal = new ArrayList<>();

  Decided decide(List<LedgerCommand> commands) {
    Decided decided = Ledger.decide(state(), commands);
    decided.changedLots().forEach(lot -> lots.put(lot.id(), lot));
    decided.changedHolds().forEach(hold -> holds.put(hold.id(), hold));
    journal.addAll(decided.movements());
    return decided;
  }

  LedgerOutcome decide(LedgerCommand command) {
    return decide(List.of(command)).outcomes().get(0);
  }

  AccountState state() {
    return new AccountState(List.copyOf(lots.values()), List.copyOf(holds.values()));
  }

  PointLot lot(String id) {
    return Objects.requireNonNull(lots.get(id));
  }

  Hold hold(String id) {
    return Objects.requireNonNull(holds.get(id));
  }

  List<Movement> journal() {
    return journal;
  }

  Balances balances() {
    return Balances.of(lots.values());
  }

  /** The sum of an account's entries in the journal. */
  long journalled(Account account) {
    return journal.stream()
        .flatMap(movement -> movement.entries().stream())
        .filter(entry -> entry.account() == account)
        .mapToLong(Entry::deltaTenths)
        .sum();
  }

  long journalled(Account account, String lot) {
    return journal.stream()
        .flatMap(movement -> movement.entries().stream())
        .filter(entry -> entry.account() == account && entry.lot().equals(lot))
        .mapToLong(Entry::deltaTenths)
        .sum();
  }
}
