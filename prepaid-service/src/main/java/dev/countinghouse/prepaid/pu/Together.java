package dev.countinghouse.prepaid.pu;

import dev.countinghouse.transaction.DatabaseAway;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Sends small statements of different accounts as one: while one is under way the next gathers. A
 * statement for one account costs the database several times its share of one for thirty, so one
 * more begins beside it only when it is full.
 *
 * @param <I> what is asked for one account
 * @param <O> its answer
 */
final class Together<I, O> {

  private record Waiting<I, O>(I item, UniEmitter<? super O> emitter) {}

  private final int atOnce;
  private final int most;
  private final Function<List<I>, Uni<List<O>>> statement;
  private final Deque<Waiting<I, O>> waiting = new ArrayDeque<>();
  private int underWay;

  /**
   * For one kind of statement.
   *
   * @param atOnce statements under way at most, however many wait
   * @param most items of one statement; 1 sends each alone, and at once
   * @param statement answers each item, in their order
   */
  Together(int atOnce, int most, Function<List<I>, Uni<List<O>>> statement) {
    this.atOnce = atOnce;
    this.most = most;
    this.statement = statement;
  }

  /** Asks for {@code item}, perhaps with others. */
  Uni<O> join(I item) {
    return Uni.createFrom().emitter(emitter -> begin(new Waiting<>(item, emitter)));
  }

  private void begin(Waiting<I, O> joined) {
    List<Waiting<I, O>> group;
    synchronized (this) {
      waiting.add(joined);
      group = take();
    }
    send(group);
  }

  /** What is sent now; nothing when enough is under way. */
  private List<Waiting<I, O>> take() {
    boolean worthSending = underWay == 0 ? !waiting.isEmpty() : waiting.size() >= most;
    if (!worthSending || underWay == atOnce) {
      return List.of();
    }
    underWay++;
    List<Waiting<I, O>> group = new ArrayList<>();
    while (group.size() < most && !waiting.isEmpty()) {
      group.add(waiting.remove());
    }
    return group;
  }

  private void send(List<Waiting<I, O>> group) {
    if (!group.isEmpty()) {
      Uni.createFrom()
          .deferred(() -> statement.apply(group.stream().map(Waiting::item).toList()))
          .subscribe()
          .with(answers -> answer(group, answers), failure -> fail(group, failure));
    }
  }

  private void answer(List<Waiting<I, O>> group, List<O> answers) {
    leave();
    for (int place = 0; place < group.size(); place++) {
      group.get(place).emitter().complete(answers.get(place));
    }
  }

  /** One that the database refuses must not take the others with it: each alone. */
  private void fail(List<Waiting<I, O>> group, Throwable failure) {
    leave();
    if (group.size() == 1 || failure instanceof DatabaseAway) {
      group.forEach(joined -> joined.emitter().fail(failure));
      return;
    }
    for (Waiting<I, O> joined : group) {
      statement
          .apply(List.of(joined.item()))
          .subscribe()
          .with(answers -> joined.emitter().complete(answers.get(0)), joined.emitter()::fail);
    }
  }

  private void leave() {
    List<Waiting<I, O>> group;
    synchronized (this) {
      underWay--;
      group = take();
    }
    send(group);
  }
}
