package dev.countinghouse.clock;

import dev.countinghouse.contracts.internal.DueWorkAnswer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    return Multi.createBy()
        .repeating()
        .uni(() -> new Step(channel, dueBy, clock.systemNow()), this::next)
        .whilst(step -> !step.ended)
        .collect()
        .last()
        .map(step -> new DueWorkAnswer(step.ran, step.failure));
  }

  private Uni<Step> next(Step step) {
    Instant now = clock.systemNow();
    if (step.ran >= settings.stepItems() || now.isAfter(step.start.plus(settings.stepTime()))) {
      return step.end();
    }
    return rows.claimFirst(step.channel, step.dueBy, now, now.plus(settings.lease()))
        .chain(next -> goOn(step, next, now));
  }

  private Uni<Step> goOn(Step step, NextDue next, Instant now) {
    return switch (next) {
      case NextDue.None() -> step.end();
      case NextDue.Busy() -> await(step, now);
      case NextDue.Claimed(Claim claim) -> runner.run(claim).chain(outcome -> ended(step, outcome));
    };
  }

  private Uni<Step> ended(Step step, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Finished() -> step.advance(clock.systemNow());
      case Outcome.Failed(String reason) -> step.fail(reason);
    };
  }

  private Uni<Step> await(Step step, Instant now) {
    Duration waited = Duration.between(step.lastEnd, now);
    return waited.compareTo(settings.stepPatience()) > 0
        ? step.end()
        : Uni.createFrom().item(step).onItem().delayIt().by(settings.stepLook());
  }

  /** How far the step has come; used by one chain of calls. */
  private static final class Step {

    final String channel;
    final Instant dueBy;
    final Instant start;
    Instant lastEnd;
    int ran;
    boolean ended;
    @Nullable String failure;

    Step(String channel, Instant dueBy, Instant start) {
      this.channel = channel;
      this.dueBy = dueBy;
      this.start = start;
      this.lastEnd = start;
    }

    Uni<Step> advance(Instant now) {
      ran++;
      lastEnd = now;
      return Uni.createFrom().item(this);
    }

    Uni<Step> fail(String reason) {
      failure = reason;
      return end();
    }

    Uni<Step> end() {
      ended = true;
      return Uni.createFrom().item(this);
    }
  }
}
