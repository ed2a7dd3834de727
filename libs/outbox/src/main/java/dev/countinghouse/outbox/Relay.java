package dev.countinghouse.outbox;

import dev.countinghouse.outbox.EventPublisher.Acknowledged;
import dev.countinghouse.outbox.OutboxTable.Claim;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.OptionalLong;
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

  private final Pool pool;
  private final EventPublisher publisher;
  private final OutboxConfig.Relay limits;
  private final Vertx vertx;
  private final IntConsumer onRelayed;
  private final RelayPace pace;
  private final OutboxTable table = new OutboxTable();

  /**
   * @param onRelayed hears how many events each round has moved
   */
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
    Backoff backoff = new Backoff(limits.minBackoff(), limits.maxBackoff());
    this.pace = new RelayPace(backoff, limits.linger(), limits.lingerInterval());
  }

  /** Looks for rows until there are none; called while it looks, it looks once more. */
  void wake() {
    if (pace.startsOnWake()) {
      runRound();
    }
  }

  /**
   * Whether it will look for a good while yet without being woken. A commit need not notify then,
   * and should not: PostgreSQL takes a lock of the whole database to commit a notification, so that
   * under load such commits queue up behind each other's disk writes.
   */
  boolean isLooking() {
    return pace.isLooking();
  }

  /** Starts no further round. Completes when the one under way is over. */
  Uni<Void> stop() {
    return pace.stop();
  }

  private void runRound() {
    if (pace.beginRound()) {
      pool.withTransaction(connection -> round(connection))
          .subscribe()
          .with(this::succeeded, this::failed);
    }
  }

  private Uni<Round> round(SqlConnection connection) {
    return table
        .claim(connection, pace.position(), limits.keysPerRound())
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
      pace.published();
    } else {
      LOG.warnf("outbox: Kafka did not take every event, they stay: %s", failure);
      pace.notPublished();
    }
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
    next(pace.succeeded(round.claim(), round.relayed()));
  }

  private void failed(Throwable failure) {
    LOG.warnf("outbox: a round failed and will be repeated: %s", failure);
    next(pace.failed());
  }

  private void next(OptionalLong millis) {
    if (millis.isEmpty()) {
      return;
    }
    if (millis.getAsLong() == 0) {
      runRound();
    } else {
      vertx.setTimer(millis.getAsLong(), timer -> runRound());
    }
  }

  private record Round(Claim claim, int relayed) {}
}
