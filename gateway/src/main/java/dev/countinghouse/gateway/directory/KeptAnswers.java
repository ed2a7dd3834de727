package dev.countinghouse.gateway.directory;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers of another service by question. Fresh ones are given out as they are; older ones only
 * when the question cannot be answered now. Equal questions at the same time are asked once.
 */
final class KeptAnswers<K, V> {

  private final AsyncCache<K, V> fresh;
  private final com.github.benmanes.caffeine.cache.Cache<K, V> stale;
  private final Function<K, Uni<V>> ask;

  KeptAnswers(Duration fresh, Duration stale, int entries, Function<K, Uni<V>> ask) {
    this.fresh = Caffeine.newBuilder().expireAfterWrite(fresh).maximumSize(entries).buildAsync();
    this.stale = Caffeine.newBuilder().expireAfterWrite(stale).maximumSize(entries).build();
    this.ask = ask;
  }

  /** The answer; fails as the asking failed when there is no stale one either. */
  Uni<V> get(K question) {
    return Uni.createFrom()
        .completionStage(() -> fresh.get(question, (key, executor) -> asked(key)))
        .onFailure()
        .recoverWithUni(failure -> staleOr(question, failure));
  }

  /** The answer of now, whatever is kept. */
  Uni<V> getAnew(K question) {
    fresh.synchronous().invalidate(question);
    return get(question);
  }

  private CompletableFuture<V> asked(K question) {
    return ask.apply(question)
        .onItem()
        .invoke(answer -> stale.put(question, answer))
        .subscribeAsCompletionStage();
  }

  private Uni<V> staleOr(K question, Throwable failure) {
    @Nullable V kept = stale.getIfPresent(question);
    return kept == null ? Uni.createFrom().failure(failure) : Uni.createFrom().item(kept);
  }
}
