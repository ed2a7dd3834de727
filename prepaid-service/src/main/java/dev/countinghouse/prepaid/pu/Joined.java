package dev.countinghouse.prepaid.pu;

import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.LedgerOutcome;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One request that waits for its group.
 *
 * @param size how many commands it has
 * @param commands made of the channel's now
 * @param emitter takes its answer
 */
record Joined(
    int size,
    Function<Instant, List<LedgerCommand>> commands,
    UniEmitter<? super List<LedgerOutcome>> emitter) {

  /** The commands of all of them, in their order. */
  static List<LedgerCommand> commands(List<Joined> group, Instant now) {
    if (group.size() == 1) {
      return group.get(0).commands().apply(now);
    }
    List<LedgerCommand> all = new ArrayList<>(size(group));
    group.forEach(joined -> all.addAll(joined.commands().apply(now)));
    return all;
  }

  static int size(List<Joined> group) {
    return group.stream().mapToInt(Joined::size).sum();
  }

  /** Gives each its part of the outcomes. */
  static void answer(List<Joined> group, List<LedgerOutcome> outcomes) {
    int from = 0;
    for (Joined joined : group) {
      int to = from + joined.size();
      joined.emitter().complete(outcomes.subList(from, to));
      from = to;
    }
  }

  static void fail(List<Joined> group, Throwable failure) {
    group.forEach(joined -> joined.emitter().fail(failure));
  }
}
