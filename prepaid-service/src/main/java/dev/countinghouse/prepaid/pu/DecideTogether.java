package dev.countinghouse.prepaid.pu;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.transaction.DatabaseAway;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Decides holds and their ends in transactions of their own (PU-3, PU-4): what arrives together on
 * one account in one, so that a hot account is limited by the writes of the log and not by a row
 * lock a request. A live channel's account needs no lock unless somebody else changes it at the
 * same time; a sandbox channel's always does, for its clock must not move meanwhile.
 */
@ApplicationScoped
public class DecideTogether {

  private final GroupCommit groups;
  private final ChannelClock clock;
  private final Transactions transactions;
  private final DecideOnAccount locked;
  private final DecideUnlocked unlocked;
  private final LedgerMetrics metrics;
  private final PrepaidLimits limits;

  DecideTogether(
      GroupCommit groups,
      ChannelClock clock,
      Transactions transactions,
      DecideOnAccount locked,
      DecideUnlocked unlocked,
      LedgerMetrics metrics,
      PrepaidLimits limits) {
    this.groups = groups;
    this.clock = clock;
    this.transactions = transactions;
    this.locked = locked;
    this.unlocked = unlocked;
    this.metrics = metrics;
    this.limits = limits;
  }

  /**
   * Decides in a transaction of its own.
   *
   * @param size how many commands {@code commands} makes
   * @param commands made of the channel's now
   * @return one outcome a command, in the same order; fails with the problem {@code
   *     service.overloaded} when too many wait already
   */
  public Uni<List<LedgerOutcome>> decide(
      String channel, int size, Function<Instant, List<LedgerCommand>> commands) {
    return groups.join(channel, size, commands, this::group);
  }

  private Uni<List<LedgerOutcome>> group(
      String channel, Function<Instant, List<LedgerCommand>> commands) {
    return clock
        .now(channel)
        .chain(now -> now.sandbox() ? underLock(channel, commands) : live(now, commands));
  }

  private Uni<List<LedgerOutcome>> live(
      ChannelNow now, Function<Instant, List<LedgerCommand>> commands) {
    String channel = now.channel();
    return unlocked
        .decide(channel, now.now(), commands.apply(now.now()))
        .chain(outcomes -> outcomes == null ? underLock(channel, commands) : counted(outcomes));
  }

  private Uni<List<LedgerOutcome>> counted(List<LedgerOutcome> outcomes) {
    metrics.decided(false);
    return Uni.createFrom().item(outcomes);
  }

  private Uni<List<LedgerOutcome>> underLock(
      String channel, Function<Instant, List<LedgerCommand>> commands) {
    metrics.decided(true);
    return DatabaseAway.unlessWithin(
        limits.statementLimit(),
        transactions.run(transaction -> underLock(transaction, channel, commands)));
  }

  /** By the channel's clock as this service reads it, not by the caller's word (TIME-3). */
  private Uni<List<LedgerOutcome>> underLock(
      Transaction transaction, String channel, Function<Instant, List<LedgerCommand>> commands) {
    return clock
        .now(transaction, channel)
        .chain(now -> locked.decide(transaction, channel, commands.apply(now.now())));
  }
}
