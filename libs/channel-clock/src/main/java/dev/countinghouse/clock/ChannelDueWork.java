package dev.countinghouse.clock;

import dev.countinghouse.contracts.internal.DueWorkAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * One step of a test clock in this service: runs what is due in one channel, one piece after
 * another by (due_at, kind, id), and what becomes due by it (TIME-3). It claims like the poller, so
 * a piece never runs here and there at once.
 */
@ApplicationScoped
class ChannelDueWork {

  private final DueRows rows;
  private final DueRunner runner;
  private final ChannelClock clock;
  private final DueWorkSettings settings;

  ChannelDueWork(DueRows rows, DueRunner runner, ChannelClock clock, DueWorkSettings settings) {
    this.rows = rows;
    this.runner = runner;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Runs what is due at or before {@code dueBy}. The answer may come before everything has run (too
   * many pieces, too long, one that a pod is still running): whoever asks looks at {@code /due}
   * again. The first failure ends the step.
   */
  Uni<DueWorkAnswer> run(String channel, Instant dueBy) {
    Instant start = clock.systemNow();
    return next(new Step(channel, dueBy, start.plus(settings.stepTime()), start, 0));
  }

  private Uni<DueWorkAnswer> next(Step step) {
    Instant now = clock.systemNow();
    if (step.ran() >= settings.stepItems() || now.isAfter(step.deadline())) {
      return step.answer();
    }
    return rows.claimFirst(step.channel(), step.dueBy(), now, now.plus(settings.lease()))
        .chain(next -> goOn(step, next, now));
  }

  private Uni<DueWorkAnswer> goOn(Step step, NextDue next, Instant now) {
    return switch (next) {
      case NextDue.None() -> step.answer();
      case NextDue.Busy() -> await(step, now);
      case NextDue.Claimed(Claim claim) -> runner.run(claim).chain(outcome -> ended(step, outcome));
    };
  }

  private Uni<DueWorkAnswer> ended(Step step, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Finished() -> next(step.advanced(clock.systemNow()));
      case Outcome.Failed(String reason) ->
          Uni.createFrom().item(new DueWorkAnswer(step.ran(), reason));
    };
  }

  private Uni<DueWorkAnswer> await(Step step, Instant now) {
    if (now.isAfter(step.since().plus(settings.stepPatience()))) {
      return step.answer();
    }
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(settings.stepLook())
        .chain(() -> next(step));
  }

  /**
   * @param since when the last piece ended: from there patience counts
   */
  private record Step(String channel, Instant dueBy, Instant deadline, Instant since, int ran) {

    Step advanced(Instant now) {
      return new Step(channel, dueBy, deadline, now, ran + 1);
    }

    Uni<DueWorkAnswer> answer() {
      return Uni.createFrom().item(new DueWorkAnswer(ran, null));
    }
  }
}
