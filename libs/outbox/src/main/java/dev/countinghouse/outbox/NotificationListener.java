package dev.countinghouse.outbox;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Holds one connection of the pool that listens to a PostgreSQL channel, and takes another when it
 * breaks. Whoever is called must also look by itself now and then: a notification sent while the
 * connection is down is lost.
 */
final class NotificationListener {

  private static final Logger LOG = Logger.getLogger(NotificationListener.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final Pool pool;
  private final Vertx vertx;
  private final String statement;
  private final Runnable onNotification;

  private boolean isStopped;
  private int failures;
  private @org.jspecify.annotations.Nullable SqlConnection connection;

  /**
   * @param channel a plain identifier; it becomes part of a statement
   */
  NotificationListener(Pool pool, Vertx vertx, String channel, Runnable onNotification) {
    this.pool = pool;
    this.vertx = vertx;
    this.statement = "listen " + channel;
    this.onNotification = onNotification;
  }

  void start() {
    pool.getConnection()
        .chain(taken -> taken.query(statement).execute().replaceWith(taken))
        .subscribe()
        .with(this::listening, this::failed);
  }

  void stop() {
    SqlConnection current;
    synchronized (this) {
      isStopped = true;
      current = connection;
      connection = null;
    }
    if (current != null) {
      current.closeAndForget();
    }
  }

  private void listening(SqlConnection taken) {
    PgConnection raw = PgConnection.cast(taken.getDelegate());
    raw.notificationHandler(notification -> onNotification.run());
    raw.closeHandler(closed -> broken());
    if (keep(taken)) {
      onNotification.run();
    } else {
      taken.closeAndForget();
    }
  }

  private synchronized boolean keep(SqlConnection taken) {
    failures = 0;
    connection = isStopped ? null : taken;
    return !isStopped;
  }

  private void broken() {
    retry("the listening connection closed");
  }

  private void failed(Throwable failure) {
    retry(failure.toString());
  }

  private void retry(String reason) {
    Duration wait;
    synchronized (this) {
      if (isStopped) {
        return;
      }
      failures++;
      wait = BACKOFF.after(failures);
    }
    LOG.warnf("outbox: not listening, trying again in %d ms: %s", wait.toMillis(), reason);
    vertx.setTimer(wait.toMillis(), timer -> start());
  }
}
