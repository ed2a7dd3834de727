package dev.countinghouse.subscription.testclock;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.clock.ChannelNow;
import dev.countinghouse.http.Answer;
import dev.countinghouse.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets a test clock that has failed go on to its target; any other stays as it is. */
@ApplicationScoped
class ResumeTestClock {

  private final ChannelClock clock;
  private final TestClockRows rows;
  private final ShowTestClock show;

  ResumeTestClock(ChannelClock clock, TestClockRows rows, ShowTestClock show) {
    this.clock = clock;
    this.rows = rows;
    this.show = show;
  }

  Uni<Answer> resume(Transaction transaction, String channel) {
    return clock
        .now(transaction, channel)
        .chain(found -> found.sandbox() ? resume(transaction, found) : refused());
  }

  private Uni<Answer> resume(Transaction transaction, ChannelNow channel) {
    return rows.resume(transaction, channel.channel())
        .chain(() -> show.show(transaction, channel.channel()))
        .map(Answer::accepted);
  }

  private static Uni<Answer> refused() {
    return Uni.createFrom().item(Answer.refused(TestClockProblems.liveChannel()));
  }
}
