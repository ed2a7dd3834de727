package dev.countinghouse.http;

import dev.countinghouse.transaction.Transactions;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Removes keys that are older than they are kept, in bounded batches. Every pod that takes commands
 * does; rows that another pod is removing are skipped.
 */
@ApplicationScoped
class IdempotencyPurge {

  private static final Logger LOG = Logger.getLogger(IdempotencyPurge.class);

  private final Vertx vertx;
  private final Transactions transactions;
  private final IdempotencySettings settings;
  private long timer = -1;

  IdempotencyPurge(Vertx vertx, Transactions transactions, IdempotencySettings settings) {
    this.vertx = vertx;
    this.transactions = transactions;
    this.settings = settings;
  }

  /** Begins; a program without commands never does and needs no database. */
  void start() {
    timer = vertx.setPeriodic(settings.purgeEvery().toMillis(), tick -> tick());
  }

  @PreDestroy
  void stop() {
    vertx.cancelTimer(timer);
  }

  private void tick() {
    // A context of its own: sessions of Hibernate Reactive refuse the timer's.
    VertxContextSupport.subscribe(
        () -> purge().toMulti(),
        rows ->
            rows.with(
                count -> LOG.debugf("%d idempotency keys removed", count),
                failure -> LOG.warn("idempotency keys were not removed", failure)));
  }

  io.smallrye.mutiny.Uni<Integer> purge() {
    return transactions.run(
        tx -> IdempotencyRows.purge(tx, settings.keep(), settings.purgeBatch()));
  }
}
