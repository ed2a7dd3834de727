package dev.countinghouse.clock;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes due work in this pod: what live channels' time has reached, and what was due at once in a
 * sandbox channel when it was scheduled. Never more pieces at a time than there are slots.
 */
@ApplicationScoped
class DuePoller {

  private static final Logger LOG = Logger.getLogger(DuePoller.class);

  private final Vertx vertx;
  private final DueRows rows;
  private final DueRunner runner;
  private final ChannelClock clock;
  private final Wakeup wakeup;
  private final DueWorkSettings settings;
  private final Semaphore slots;
  private volatile boolean stopping;
  private volatile boolean mayBeMore;
  private volatile long timer;

  DuePoller(
      Vertx vertx,
      DueRows rows,
      DueRunner runner,
      ChannelClock clock,
      Wakeup wakeup,
      DueWorkSettings settings) {
    this.vertx = vertx;
    this.rows = rows;
    this.runner = runner;
    this.clock = clock;
    this.wakeup = wakeup;
    this.settings = settings;
    this.slots = new Semaphore(settings.concurrency());
  }

  void start(@Observes StartupEvent event) {
    wakeup.onWake(this::poll);
    timer = vertx.setPeriodic(settings.poll().toMillis(), tick -> poll());
  }

  /** Takes nothing more and waits until what runs has ended, at most the configured time. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    vertx.cancelTimer(timer);
    long millis = settings.shutdown().toMillis();
    if (!slots.tryAcquire(settings.concurrency(), millis, TimeUnit.MILLISECONDS)) {
      LOG.warn("due work was still running at shutdown; its lease will end and a pod redo it");
    }
  }

  void poll() {
    int free = stopping ? 0 : slots.drainPermits();
    if (free == 0) {
      return;
    }
    Instant now = clock.systemNow();
    rows.claim(free, now, now.plus(settings.lease()))
        .subscribe()
        .with(claims -> startAll(claims, free), failure -> couldNotClaim(failure, free));
  }

  private void startAll(List<Claim> claims, int free) {
    mayBeMore = claims.size() == free;
    slots.release(free - claims.size());
    claims.forEach(this::start);
  }

  private void start(Claim claim) {
    runner.run(claim).subscribe().with(outcome -> ended(), this::couldNotStore);
  }

  private void couldNotClaim(Throwable failure, int free) {
    slots.release(free);
    LOG.warnf("cannot look for due work: %s", failure.toString());
  }

  private void couldNotStore(Throwable failure) {
    LOG.warn("the end of due work could not be stored; it will run again", failure);
    ended();
  }

  private void ended() {
    slots.release();
    if (mayBeMore) {
      poll();
    }
  }
}
