package dev.countinghouse.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** So many clients, each with one piece of work under way: how much can be done. */
record ClosedLoop(Vertx vertx, int clients) {

  /** Does {@code work} for {@code span}; a failed piece is a failure of the round. */
  Result round(Work work, Duration span) {
    return LoadRound.run(vertx, span, round -> start(round, work));
  }

  private void start(LoadRound round, Work work) {
    List<Future<Void>> loops = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Promise<Void> ended = Promise.promise();
      loops.add(ended.future());
      new Client(round, work, ended).next();
    }
    Future.all(loops).<Void>mapEmpty().onComplete(round.done());
  }

  /** One client's pieces, one after the other; not chained, for the chain would grow. */
  private record Client(LoadRound round, Work work, Promise<Void> ended) {

    void next() {
      long begin = System.nanoTime();
      if (begin >= round.end()) {
        ended.complete();
        return;
      }
      work.once().onSuccess(howMuch -> count(howMuch, begin)).onFailure(ended::tryFail);
    }

    private void count(int howMuch, long begin) {
      round.count(howMuch, begin);
      next();
    }
  }
}
