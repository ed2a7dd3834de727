package dev.countinghouse.prepaid.pu;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.prepaid.PrepaidLimits;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import dev.countinghouse.transaction.DatabaseAway;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Makes one decision of what arrives together on one account: while a group is under way the next
 * gathers. Nobody waits for company: who comes to an idle account begins at once.
 */
@ApplicationScoped
class GroupCommit {

  /** Decides a group: one outcome a command, or a failure and nothing is written. */
  interface Decision {
    Uni<List<LedgerOutcome>> decide(
        String channel, Function<Instant, List<LedgerCommand>> commands);
  }

  private final Vertx vertx;
  private final LedgerMetrics metrics;
  private final AccountQueues queues;

  GroupCommit(Vertx vertx, PrepaidLimits limits, LedgerMetrics metrics) {
    this.vertx = vertx;
    this.metrics = metrics;
    this.queues =
        new AccountQueues(
            limits.commandsInGroup(), limits.commandsOfAccount(), limits.commandsInHand());
    metrics.watch(queues);
  }

  /** Decides {@code commands}, {@code size} of them, with others of the same account. */
  Uni<List<LedgerOutcome>> join(
      String channel,
      int size,
      Function<Instant, List<LedgerCommand>> commands,
      Decision decision) {
    return Uni.createFrom()
        .emitter(emitter -> admit(channel, new Joined(size, commands, emitter), decision));
  }

  private void admit(String channel, Joined joined, Decision decision) {
    switch (queues.admit(channel, joined)) {
      case BEGINS -> onContextOfItsOwn(() -> next(channel, decision));
      case WAITS -> {}
      case REFUSED -> joined.emitter().fail(overloaded());
    }
  }

  /** A group outlives the request that began it, so it must not run in that one's context. */
  private void onContextOfItsOwn(Runnable work) {
    Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    own.runOnContext(ignored -> work.run());
  }

  private void next(String channel, Decision decision) {
    List<Joined> group = queues.nextGroup(channel);
    if (!group.isEmpty()) {
      metrics.group(Joined.size(group));
      decide(channel, group, decision, () -> next(channel, decision));
    }
  }

  private void decide(String channel, List<Joined> group, Decision decision, Runnable then) {
    Uni.createFrom()
        .deferred(() -> decision.decide(channel, now -> Joined.commands(group, now)))
        .subscribe()
        .with(
            outcomes -> answer(channel, group, outcomes, then),
            failure ->
                // A limit that has run out is told on a thread of its own.
                onContextOfItsOwn(() -> failed(channel, group, failure, decision, then)));
  }

  private void answer(
      String channel, List<Joined> group, List<LedgerOutcome> outcomes, Runnable then) {
    queues.leave(channel, group);
    Joined.answer(group, outcomes);
    then.run();
  }

  private void failed(
      String channel, List<Joined> group, Throwable failure, Decision decision, Runnable then) {
    if (group.size() > 1 && !(failure instanceof DatabaseAway)) {
      apart(channel, group.iterator(), decision, then);
    } else {
      queues.leave(channel, group);
      Joined.fail(group, failure);
      then.run();
    }
  }

  /** One request that cannot be decided must not take the others with it: each by itself. */
  private void apart(String channel, Iterator<Joined> rest, Decision decision, Runnable then) {
    if (rest.hasNext()) {
      Runnable others = () -> apart(channel, rest, decision, then);
      decide(channel, List.of(rest.next()), decision, others);
    } else {
      then.run();
    }
  }

  private static ProblemException overloaded() {
    return new ProblemException(
        Problem.of(503, "service.overloaded", "Too many holds wait already; send it again soon."));
  }
}
