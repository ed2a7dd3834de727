package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work of different keys side by side and work of one key one after another, in the order it
 * came. Once stopped it starts nothing more, so that nothing overtakes what was given up.
 */
final class KeyedLanes {

  private final int places;
  private final Map<String, CompletableFuture<Void>> tails = new HashMap<>();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private int taken;
  private int running;
  private boolean isStopped;
  private @Nullable CompletableFuture<Void> waiting;

  KeyedLanes(int places) {
    this.places = places;
  }

  /**
   * Puts work behind what its key has; call again only when the answer has come.
   *
   * @param work must not fail
   * @return completes when there is a place for more
   */
  @SuppressWarnings("FutureReturnValueIgnored") // work does not fail, and ends by finish()
  Uni<Void> add(String key, Supplier<Uni<Void>> work) {
    CompletableFuture<Void> mine = new CompletableFuture<>();
    CompletableFuture<Void> before;
    CompletableFuture<Void> place;
    synchronized (this) {
      before = tails.put(key, mine);
      place = take();
    }
    if (before == null) {
      run(key, work, mine);
    } else {
      before.thenRun(() -> run(key, work, mine));
    }
    return Uni.createFrom().completionStage(place);
  }

  private CompletableFuture<Void> take() {
    taken++;
    CompletableFuture<Void> place = new CompletableFuture<>();
    if (taken < places) {
      place.complete(null);
    } else {
      waiting = place;
    }
    return place;
  }

  /** Starts nothing more; completes when what is running has ended. */
  Uni<Void> stop() {
    synchronized (this) {
      isStopped = true;
      completeWhenIdle();
    }
    return Uni.createFrom().completionStage(idle);
  }

  private void run(String key, Supplier<Uni<Void>> work, CompletableFuture<Void> mine) {
    if (mayStart()) {
      work.get().subscribe().with(done -> finish(key, mine));
    }
  }

  private synchronized boolean mayStart() {
    running += isStopped ? 0 : 1;
    return !isStopped;
  }

  private void finish(String key, CompletableFuture<Void> mine) {
    CompletableFuture<Void> freed;
    synchronized (this) {
      tails.remove(key, mine);
      taken--;
      running--;
      freed = waiting;
      waiting = null;
      completeWhenIdle();
    }
    mine.complete(null);
    if (freed != null) {
      freed.complete(null);
    }
  }

  private void completeWhenIdle() {
    if (isStopped && running == 0) {
      idle.complete(null);
    }
  }
}
