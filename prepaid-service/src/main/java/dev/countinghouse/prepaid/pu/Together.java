package dev.countinghouse.prepaid.pu;

import dev.countinghouse.transaction.DatabaseAway;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends small statements of different accounts as one: while one is under way the next gathers. A
 * statement for one account costs the database several times its share of one for thirty, so one
 * more begins beside it only when it is full.
 *
 * @param <I> what is asked for one account
 * @param <O> its answer
 */
final class Together<I, O> {

  /** Its answer comes on the context on which it was asked for. */
  private record Waiting<I, O>(I item, UniEmitter<? super O> emitter, @Nullable Context context) {

    void answer(O answer) {
      there(() -> emitter.complete(answer));
    }

    void fail(Throwable failure) {
      there(() -> emitter.fail(failure));
    }

    private void there(Runnable work) {
      onContext(context, work);
    }
  }

  private final int atOnce;
  private final int most;
  private final Duration limit;
  private final Function<List<I>, Uni<List<O>>> statement;
  private final Deque<Waiting<I, O>> waiting = new ArrayDeque<>();
  private int underWay;

  /**
   * For one kind of statement.
   *
   * @param atOnce statements under way at most, however many wait
   * @param most items of one statement; 1 sends each alone, and at once
   * @param limit after which a statement without an answer is given up
   * @param statement answers each item, in their order
   */
  Together(int atOnce, int most, Duration limit, Function<List<I>, Uni<List<O>>> statement) {
    this.atOnce = atOnce;
    this.most = most;
    this.limit = limit;
    this.statement = statement;
  }

  /** Asks for {@code item}, perhaps with others. */
  Uni<O> join(I item) {
    return Uni.createFrom()
        .emitter(emitter -> begin(new Waiting<>(item, emitter, Vertx.currentContext())));
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
      ask(group)
          .subscribe()
          .with(answers -> answer(group, answers), failure -> fail(group, failure));
    }
  }

  private Uni<List<O>> ask(List<Waiting<I, O>> group) {
    List<I> items = group.stream().map(Waiting::item).toList();
    return DatabaseAway.unlessWithin(
        limit, Uni.createFrom().deferred(() -> statement.apply(items)));
  }

  private void answer(List<Waiting<I, O>> group, List<O> answers) {
    for (int place = 0; place < group.size(); place++) {
      group.get(place).answer(answers.get(place));
    }
    leave();
  }

  /** One that the database refuses must not take the others with it: each alone, in turn. */
  private void fail(List<Waiting<I, O>> group, Throwable failure) {
    if (group.size() == 1 || failure instanceof DatabaseAway) {
      group.forEach(joined -> joined.fail(failure));
      leave();
    } else {
      apart(group.iterator());
    }
  }

  private void apart(Iterator<Waiting<I, O>> rest) {
    if (!rest.hasNext()) {
      leave();
      return;
    }
    Waiting<I, O> joined = rest.next();
    ask(List.of(joined))
        .onItem()
        .invoke(answers -> joined.answer(answers.getFirst()))
        .onFailure()
        .invoke(joined::fail)
        .subscribe()
        .with(answers -> apart(rest), failure -> apart(rest));
  }

  /** After the answers, so that who has one and asks at once again is in the next statement. */
  private void leave() {
    onContext(Vertx.currentContext(), this::next);
  }

  private void next() {
    List<Waiting<I, O>> group;
    synchronized (this) {
      underWay--;
      group = take();
    }
    send(group);
  }

  private static void onContext(@Nullable Context context, Runnable work) {
    if (context == null) {
      work.run();
    } else {
      context.runOnContext(ignored -> work.run());
    }
  }
}
