package dev.countinghouse.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/**
 * The count and the times of one round. All of a round happens on one event loop, so neither needs
 * a lock.
 */
final class LoadRound {

  private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int DIGITS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Histogram nanos = new Histogram(LONGEST_NANOS, DIGITS);
  private final Promise<Void> done = Promise.promise();
  private final Duration span;
  private final long begin = System.nanoTime();
  private long count;

  private LoadRound(Duration span) {
    this.span = span;
  }

  /** How a round is driven: it ends {@link #done} when no more is under way. */
  @FunctionalInterface
  interface Drive {
    void start(LoadRound round);
  }

  /** Runs one round and waits for its end. */
  static Result run(Vertx vertx, Duration span, Drive drive) {
    LoadRound round = new LoadRound(span);
    vertx.getOrCreateContext().runOnContext(go -> drive.start(round));
    await(round.done.future(), span.plus(PATIENCE));
    double seconds = (System.nanoTime() - round.begin) / 1e9;
    return new Result(round.count, seconds, round.nanos);
  }

  /** The instant of {@link System#nanoTime} at which nothing more is begun. */
  long end() {
    return begin + span.toNanos();
  }

  void count(int howMuch, long began) {
    count += howMuch;
    nanos.recordValue(Math.min(System.nanoTime() - began, LONGEST_NANOS));
  }

  Promise<Void> done() {
    return done;
  }

  private static void await(Future<Void> done, Duration limit) {
    try {
      done.toCompletionStage().toCompletableFuture().get(limit.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a round failed: " + e.getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("a round did not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a round was interrupted", e);
    }
  }
}
