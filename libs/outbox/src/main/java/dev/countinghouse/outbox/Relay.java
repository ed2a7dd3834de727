package dev.countinghouse.outbox;

import dev.countinghouse.outbox.EventPublisher.Acknowledged;
import dev.countinghouse.outbox.OutboxTable.Claim;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * Moves rows from the outbox to Kafka. A round claims keys, publishes their rows in order, waits
 * for Kafka and removes what was acknowledged, all in one transaction that holds nothing but the
 * claim. Dying between publishing and removing therefore publishes again, and never loses or
 * reorders.
 */
final class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);

  private enum State {
    IDLE,
    RUNNING,
    /** Woken while running: rows may have come behind the place where it reads. */
    WOKEN,
    STOPPED
  }

  private final Pool pool;
  private final EventPublisher publisher;
  private final OutboxConfig.Relay limits;
  private final Vertx vertx;
  private final IntConsumer onRelayed;
  private final Backoff backoff;
  private final OutboxTable table = new OutboxTable();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  private State state = State.IDLE;
  private boolean isRoundUnderWay;
  private String position = "";
  private int failures;

  Relay(
      Pool pool,
      EventPublisher publisher,
      OutboxConfig.Relay limits,
      Vertx vertx,
      IntConsumer onRelayed) {
    this.pool = pool;
    this.publisher = publisher;
    this.limits = limits;
    this.vertx = vertx;
    this.onRelayed = onRelayed;
    this.backoff = new Backoff(limits.minBackoff(), limits.maxBackoff());
  }

  /** Looks for rows until there are none; called while it looks, it looks once more. */
  void wake() {
    if (startsOnWake()) {
      runRound();
    }
  }

  /** Starts no further round. Completes when the one under way is over. */
  Uni<Void> stop() {
    synchronized (this) {
      state = State.STOPPED;
      if (!isRoundUnderWay) {
        stopped.complete(null);
      }
    }
    return Uni.createFrom().completionStage(stopped);
  }

  private synchronized boolean startsOnWake() {
    if (state == State.RUNNING) {
      state = State.WOKEN;
    }
    if (state != State.IDLE) {
      return false;
    }
    state = State.RUNNING;
    position = "";
    return true;
  }

  private void runRound() {
    if (!beginRound()) {
      return;
    }
    pool.withTransaction(connection -> round(connection))
        .subscribe()
        .with(this::succeeded, this::failed);
  }

  private synchronized boolean beginRound() {
    isRoundUnderWay = state != State.STOPPED;
    return isRoundUnderWay;
  }

  private Uni<Round> round(SqlConnection connection) {
    return table
        .claim(connection, position, limits.keysPerRound())
        .chain(claim -> relay(connection, claim));
  }

  private Uni<Round> relay(SqlConnection connection, Claim claim) {
    if (claim.mine().isEmpty()) {
      return Uni.createFrom().item(new Round(claim, 0));
    }
    return table
        .read(connection, claim.mine(), limits)
        .chain(rows -> publish(rows))
        .chain(acknowledged -> remove(connection, acknowledged))
        .map(removed -> new Round(claim, removed));
  }

  private Uni<Acknowledged> publish(List<OutboxRow> rows) {
    return publisher.publish(rows).invoke(this::note);
  }

  private void note(Acknowledged acknowledged) {
    Throwable failure = acknowledged.failure();
    if (failure == null) {
      forgetFailures();
    } else {
      LOG.warnf("outbox: Kafka did not take every event, they stay: %s", failure);
      countFailure();
    }
  }

  private synchronized void countFailure() {
    failures++;
  }

  private synchronized void forgetFailures() {
    failures = 0;
  }

  private synchronized int failures() {
    return failures;
  }

  private Uni<Integer> remove(SqlConnection connection, Acknowledged acknowledged) {
    return acknowledged.upTo().isEmpty()
        ? Uni.createFrom().item(0)
        : table.remove(connection, acknowledged.upTo());
  }

  private void succeeded(Round round) {
    if (round.relayed() > 0) {
      onRelayed.accept(round.relayed());
    }
    if (goesOn(round)) {
      again();
    }
  }

  private void failed(Throwable failure) {
    LOG.warnf("outbox: a round failed and will be repeated: %s", failure);
    countFailure();
    if (goesOnAfterFailure()) {
      again();
    }
  }

  private void again() {
    int inARow = failures();
    if (inARow == 0) {
      runRound();
    } else {
      vertx.setTimer(backoff.after(inARow).toMillis(), timer -> runRound());
    }
  }

  /** A pass ends at the last key; the relay rests when a whole pass moved nothing. */
  private synchronized boolean goesOn(Round round) {
    isRoundUnderWay = false;
    if (state == State.STOPPED) {
      stopped.complete(null);
      return false;
    }
    boolean isWholePass = round.claim().isEnd() && position.isEmpty();
    boolean isQuiet = round.relayed() == 0 && (failures == 0 || round.claim().mine().isEmpty());
    if (isWholePass && isQuiet && state == State.RUNNING) {
      state = State.IDLE;
      failures = 0;
      return false;
    }
    position = round.claim().isEnd() ? "" : round.claim().last();
    state = State.RUNNING;
    return true;
  }

  private synchronized boolean goesOnAfterFailure() {
    isRoundUnderWay = false;
    if (state == State.STOPPED) {
      stopped.complete(null);
      return false;
    }
    position = "";
    return true;
  }

  private record Round(Claim claim, int relayed) {}
}
