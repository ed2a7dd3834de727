package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.AccountState;
import dev.countinghouse.prepaid.domain.Decided;
import dev.countinghouse.prepaid.domain.Ledger;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.prepaid.domain.RechargeMark;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one way to change a channel's points: lock, load, decide, store. One command or a thousand
 * are the same few statements.
 */
@ApplicationScoped
public class DecideOnAccount {

  private static final String LOCK =
      "select last_entry, sweep_due_at, recharge_at_tenths from pu_account"
          + " where channel_id = $1 for update";

  private final OpenAccount opening;
  private final LoadAccount accounts;
  private final StoreDecided store;
  private final ScheduleExpiries expiries;
  private final LowBalance low;

  DecideOnAccount(
      OpenAccount opening,
      LoadAccount accounts,
      StoreDecided store,
      ScheduleExpiries expiries,
      LowBalance low) {
    this.opening = opening;
    this.accounts = accounts;
    this.store = store;
    this.expiries = expiries;
    this.low = low;
  }

  /**
   * Decides and writes in {@code transaction}.
   *
   * @param commands at least one, all of that channel
   * @return one outcome a command, in the same order
   */
  public Uni<List<LedgerOutcome>> decide(
      Transaction transaction, String channel, List<LedgerCommand> commands) {
    return lock(transaction, channel)
        .chain(account -> load(transaction, channel, commands, account))
        .chain(loaded -> store(transaction, channel, commands, loaded));
  }

  /** As {@link #decide(Transaction, String, List)}, for one command. */
  public Uni<LedgerOutcome> decide(Transaction transaction, String channel, LedgerCommand command) {
    return decide(transaction, channel, List.of(command)).map(outcomes -> outcomes.get(0));
  }

  private Uni<Fields> lock(Transaction transaction, String channel) {
    return transaction
        .selectFirst(LOCK, channel)
        .chain(found -> found == null ? open(transaction, channel) : Uni.createFrom().item(found));
  }

  private Uni<Fields> open(Transaction transaction, String channel) {
    return opening
        .open(transaction, channel)
        .chain(() -> transaction.select(LOCK, channel))
        .map(rows -> rows.get(0));
  }

  private Uni<Loaded> load(
      Transaction transaction, String channel, List<LedgerCommand> commands, Fields account) {
    Instant now =
        commands.stream().map(LedgerCommand::at).max(Comparator.naturalOrder()).orElseThrow();
    return accounts
        .load(transaction, channel, commands, now)
        .map(state -> new Loaded(account, state, now));
  }

  private Uni<List<LedgerOutcome>> store(
      Transaction transaction, String channel, List<LedgerCommand> commands, Loaded loaded) {
    Decided decided = Ledger.decide(loaded.state(), commands);
    if (decided.changedNothing()) {
      return Uni.createFrom().item(decided.outcomes());
    }
    return store
        .store(transaction, channel, loaded.account().longValue(0), decided)
        .chain(() -> expiries.ofLots(transaction, channel, commands))
        .chain(() -> expiries.ofHolds(transaction, channel, loaded.sweepDueAt(), decided))
        .chain(() -> watch(transaction, channel, loaded, decided))
        .replaceWith(decided.outcomes());
  }

  private Uni<Void> watch(Transaction transaction, String channel, Loaded loaded, Decided decided) {
    RechargeMark mark = LedgerRows.markOrNull(loaded.account().valueOrNull(2));
    return mark != null && mark.isReached(loaded.state(), decided)
        ? low.reached(transaction, channel, loaded.now())
        : Uni.createFrom().voidItem();
  }

  private record Loaded(Fields account, AccountState state, Instant now) {
    @Nullable Instant sweepDueAt() {
      return account.instantOrNull(1);
    }
  }
}
