package dev.countinghouse.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Starts this pod's relay and its metrics with the service, and stops them with it. */
@ApplicationScoped
public class RelayLifecycle {

  private static final Logger LOG = Logger.getLogger(RelayLifecycle.class);

  private final OutboxConfig config;
  private final OutboxMetrics metrics;
  private final Vertx vertx;
  private final Relay relay;
  private final NotificationListener listener;
  private final List<Long> timers = new ArrayList<>();

  public RelayLifecycle(
      Pool pool,
      KafkaEventPublisher publisher,
      OutboxConfig config,
      OutboxMetrics metrics,
      Vertx vertx) {
    this.config = config;
    this.metrics = metrics;
    this.vertx = vertx;
    this.relay = new Relay(pool, publisher, config.relay(), vertx, metrics::relayed);
    this.listener = new NotificationListener(pool, vertx, "outbox", relay::wake);
  }

  /** See {@link Relay#isLooking()}; false where this pod has no relay. */
  boolean isLooking() {
    return relay.isLooking();
  }

  void start(@Observes StartupEvent event) {
    timers.add(
        vertx.setPeriodic(0, config.metricsInterval().toMillis(), timer -> refreshMetrics()));
    if (config.relay().enabled()) {
      listener.start();
      timers.add(
          vertx.setPeriodic(0, config.relay().pollInterval().toMillis(), timer -> relay.wake()));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    timers.forEach(vertx::cancelTimer);
    listener.stop();
    relay
        .stop()
        .ifNoItem()
        .after(config.relay().shutdownTimeout())
        .fail()
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
  }

  private void refreshMetrics() {
    metrics
        .refresh()
        .subscribe()
        .with(done -> {}, failure -> LOG.debugf("outbox: backlog not counted: %s", failure));
  }
}
