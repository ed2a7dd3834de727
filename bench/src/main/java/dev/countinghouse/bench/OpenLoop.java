package dev.countinghouse.bench;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * So many pieces of work begun a second, whether or not the ones before have ended: how long each
 * takes. Times count from the instant at which a piece was to begin, so that a stall shows in all
 * that had to wait for it.
 *
 * @param most pieces under way at once; more fail the round, for then the pace is too much
 */
record OpenLoop(Vertx vertx, int perSecond, int most) {

  private static final long TICK_MILLIS = 1;

  /** Does {@code work} for {@code span}; a failed piece is a failure of the round. */
  Result round(Work work, Duration span) {
    return LoadRound.run(vertx, span, round -> new Pace(round, work).start());
  }

  private final class Pace {

    private final LoadRound round;
    private final Work work;
    private final long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    private long next = System.nanoTime();
    private int underWay;

    Pace(LoadRound round, Work work) {
      this.round = round;
      this.work = work;
    }

    void start() {
      vertx.setPeriodic(TICK_MILLIS, this::tick);
    }

    private void tick(long timer) {
      long now = Math.min(System.nanoTime(), round.end());
      while (next < now && !round.done().future().isComplete()) {
        begin(next);
        next += gap;
      }
      if (next >= round.end() && underWay == 0) {
        round.done().tryComplete();
      }
      if (round.done().future().isComplete()) {
        vertx.cancelTimer(timer);
      }
    }

    private void begin(long due) {
      if (underWay == most) {
        round.done().tryFail("%d a second are too much: %d wait".formatted(perSecond, most));
        return;
      }
      underWay++;
      work.once().onSuccess(howMuch -> end(howMuch, due)).onFailure(round.done()::tryFail);
    }

    private void end(int howMuch, long due) {
      underWay--;
      round.count(howMuch, due);
    }
  }
}
