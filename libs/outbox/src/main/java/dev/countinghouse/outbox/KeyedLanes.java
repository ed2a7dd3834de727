package dev.countinghouse.outbox;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work of different keys side by side and work of one key one after another, in the order it
 * came. Work that never ends stops its key for good, and takes one place.
 */
final class KeyedLanes {

  private final int places;
  private final Map<String, CompletableFuture<Void>> tails = new HashMap<>();
  private int taken;
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

  private void run(String key, Supplier<Uni<Void>> work, CompletableFuture<Void> mine) {
    work.get().subscribe().with(done -> finish(key, mine));
  }

  private void finish(String key, CompletableFuture<Void> mine) {
    CompletableFuture<Void> freed;
    synchronized (this) {
      tails.remove(key, mine);
      taken--;
      freed = waiting;
      waiting = null;
    }
    mine.complete(null);
    if (freed != null) {
      freed.complete(null);
    }
  }
}
