package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.AccountState;
import dev.countinghouse.prepaid.domain.Decided;
import dev.countinghouse.prepaid.domain.Hold;
import dev.countinghouse.prepaid.domain.Ledger;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides upon what is remembered of an account and writes in one statement, unless somebody has
 * changed the account since. No lock is held while anything travels.
 */
@ApplicationScoped
class DecideUnlocked {

  private final AccountSnapshots snapshots;
  private final StoreDecided store;

  DecideUnlocked(AccountSnapshots snapshots, StoreDecided store) {
    this.snapshots = snapshots;
    this.store = store;
  }

  /**
   * Decides holds and their ends.
   *
   * @param now of the channel's clock, which nobody can move
   * @return one outcome a command, or null when it must be done under the account's lock: nothing
   *     has been written then
   */
  Uni<@Nullable List<LedgerOutcome>> decide(
      String channel, Instant now, List<LedgerCommand> commands) {
    return snapshots
        .find(channel)
        .chain(snapshot -> decide(snapshot, now, commands))
        .onFailure()
        .invoke(() -> snapshots.forget(channel))
        .invoke(outcomes -> forgetIfNull(channel, outcomes));
  }

  private void forgetIfNull(String channel, @Nullable List<LedgerOutcome> outcomes) {
    if (outcomes == null) {
      snapshots.forget(channel);
    }
  }

  private Uni<@Nullable List<LedgerOutcome>> decide(
      @Nullable AccountSnapshot snapshot, Instant now, List<LedgerCommand> commands) {
    if (snapshot == null || snapshot.isSweepDue(now)) {
      return Uni.createFrom().nullItem();
    }
    return known(snapshot, commands)
        .chain(
            holds ->
                holds == null ? Uni.createFrom().nullItem() : decide(snapshot, holds, commands));
  }

  /** Ids of new holds are taken for new; the write finds out when one is not. */
  private Uni<@Nullable List<Hold>> known(AccountSnapshot snapshot, List<LedgerCommand> commands) {
    boolean allNew = commands.stream().allMatch(LedgerCommand.PlaceHold.class::isInstance);
    return allNew ? Uni.createFrom().item(List.of()) : snapshots.holds(snapshot, commands);
  }

  private Uni<@Nullable List<LedgerOutcome>> decide(
      AccountSnapshot snapshot, List<Hold> holds, List<LedgerCommand> commands) {
    AccountState state = snapshot.with(holds);
    Decided decided = Ledger.decide(state, commands);
    if (decided.changedNothing()) {
      return Uni.createFrom().item(decided.outcomes());
    }
    if (snapshot.isTooLowAfter(state, decided)) {
      return Uni.createFrom().nullItem();
    }
    return store
        .storeUnlessChanged(new GuardedWrite(snapshot, decided, newHolds(decided, holds)))
        .map(written -> written ? remembered(snapshot, decided) : null);
  }

  private List<LedgerOutcome> remembered(AccountSnapshot snapshot, Decided decided) {
    snapshots.remember(snapshot.after(decided));
    return decided.outcomes();
  }

  private static List<String> newHolds(Decided decided, List<Hold> holds) {
    Set<String> known = holds.stream().map(Hold::id).collect(Collectors.toSet());
    return decided.changedHolds().stream().map(Hold::id).filter(id -> !known.contains(id)).toList();
  }
}
