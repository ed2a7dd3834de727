package dev.countinghouse.clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * {@code countinghouse_due_work_backlog}: pieces that wait for a pod; {@code
 * countinghouse_due_work_oldest_age_seconds}: how long the first has waited; {@code
 * countinghouse_due_work_failed}: pieces whose last run failed.
 */
@ApplicationScoped
class DueWorkMetrics {

  private static final Logger LOG = Logger.getLogger(DueWorkMetrics.class);

  private final Vertx vertx;
  private final DueRows rows;
  private final ChannelClock clock;
  private final Duration interval;
  private final AtomicLong backlog;
  private final AtomicLong failed;
  private final AtomicLong oldestMillis = new AtomicLong();
  private volatile long timer;

  DueWorkMetrics(
      Vertx vertx,
      DueRows rows,
      ChannelClock clock,
      DueWorkSettings settings,
      MeterRegistry registry) {
    this.vertx = vertx;
    this.rows = rows;
    this.clock = clock;
    this.interval = settings.measure();
    this.backlog = registry.gauge("countinghouse.due.work.backlog", new AtomicLong());
    this.failed = registry.gauge("countinghouse.due.work.failed", new AtomicLong());
    TimeGauge.builder(
            "countinghouse.due.work.oldest.age",
            oldestMillis,
            TimeUnit.MILLISECONDS,
            AtomicLong::doubleValue)
        .register(registry);
  }

  void start(@Observes StartupEvent event) {
    timer = vertx.setPeriodic(interval.toMillis(), tick -> measure());
  }

  void stop(@Observes ShutdownEvent event) {
    vertx.cancelTimer(timer);
  }

  private void measure() {
    Instant now = clock.systemNow();
    rows.backlog(now)
        .subscribe()
        .with(
            figures -> show(figures, now),
            failure -> LOG.debugf("cannot measure due work: %s", failure));
  }

  private void show(Backlog figures, Instant now) {
    backlog.set(figures.due());
    failed.set(figures.failed());
    Instant oldest = figures.oldest();
    long age = oldest == null ? 0 : Duration.between(oldest, now).toMillis();
    oldestMillis.set(Math.max(0, age));
  }
}
