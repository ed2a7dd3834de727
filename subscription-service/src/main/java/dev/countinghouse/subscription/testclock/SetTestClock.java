package dev.countinghouse.subscription.testclock;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.http.Answer;
import dev.countinghouse.subscription.channel.Channel;
import dev.countinghouse.subscription.testclock.domain.ClockSetting;
import dev.countinghouse.subscription.testclock.domain.ClockState;
import dev.countinghouse.transaction.Transaction;
import dev.countinghouse.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Sets a channel's test clock (TIME-3): stores where it is to go. */
@ApplicationScoped
class SetTestClock {

  private final Transactions transactions;
  private final ChannelClock clock;
  private final TestClockRows rows;
  private final TestClockSettings settings;

  SetTestClock(
      Transactions transactions,
      ChannelClock clock,
      TestClockRows rows,
      TestClockSettings settings) {
    this.transactions = transactions;
    this.clock = clock;
    this.rows = rows;
    this.settings = settings;
  }

  Uni<Answer> set(String channel, Instant wanted) {
    Instant stored = wanted.truncatedTo(ChronoUnit.MICROS);
    return transactions.run(transaction -> set(transaction, channel, stored));
  }

  private Uni<Answer> set(Transaction transaction, String channel, Instant wanted) {
    return Channel.lock(channel)
        .chain(
            found ->
                found.sandbox
                    ? setSandbox(transaction, channel, wanted)
                    : Uni.createFrom().item(Answer.refused(TestClockProblems.liveChannel())));
  }

  private Uni<Answer> setSandbox(Transaction transaction, String channel, Instant wanted) {
    return state(transaction, channel)
        .chain(state -> carryOut(transaction, channel, state, wanted));
  }

  private Uni<ClockState> state(Transaction transaction, String channel) {
    return rows.lock(transaction, channel)
        .chain(
            stored ->
                rows.isUntouched(transaction, channel)
                    .chain(
                        untouched ->
                            clock
                                .now(transaction, channel)
                                .map(now -> StoredClock.state(stored, now.now(), untouched))));
  }

  private Uni<Answer> carryOut(
      Transaction transaction, String channel, ClockState state, Instant wanted) {
    return switch (ClockSetting.decide(state, wanted, settings.reach())) {
      case ClockSetting.Standing() -> accepted(TestClockJson.ready(wanted));
      case ClockSetting.Underway(Instant target) ->
          accepted(TestClockJson.advancing(state.now(), target));
      case ClockSetting.SetOut(Instant target, boolean isRewind) ->
          rows.setOut(transaction, channel, target, isRewind)
              .replaceWith(Answer.accepted(TestClockJson.advancing(state.now(), target)));
      case ClockSetting.Refused(var refusal) ->
          Uni.createFrom().item(Answer.refused(TestClockProblems.of(refusal)));
    };
  }

  private static Uni<Answer> accepted(TestClockJson json) {
    return Uni.createFrom().item(Answer.accepted(json));
  }
}
