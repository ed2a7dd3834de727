package dev.countinghouse.subscription.testclock;

import dev.countinghouse.clock.ChannelClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes clocks that nobody drives and drives them in this pod, a bounded number at once. While it
 * drives, it keeps the lease; when it dies, the lease ends and another pod goes on.
 */
@ApplicationScoped
class ClockRunner {

  private static final Logger LOG = Logger.getLogger(ClockRunner.class);
  private static final int RENEWALS_PER_LEASE = 3;

  private final Vertx vertx;
  private final AdvanceRows rows;
  private final ClockDriver driver;
  private final ChannelClock clock;
  private final TestClockSettings settings;
  private final Semaphore slots;
  private final Set<Drive> drives = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private volatile boolean lookAgain;

  ClockRunner(
      Vertx vertx,
      AdvanceRows rows,
      ClockDriver driver,
      ChannelClock clock,
      TestClockSettings settings) {
    this.vertx = vertx;
    this.rows = rows;
    this.driver = driver;
    this.clock = clock;
    this.settings = settings;
    this.slots = new Semaphore(settings.concurrency());
  }

  void start(@Observes StartupEvent event) {
    vertx.setPeriodic(settings.poll().toMillis(), tick -> look());
    vertx.setPeriodic(settings.lease().toMillis() / RENEWALS_PER_LEASE, tick -> renew());
  }

  /** Ends the drives after the turn they are in; another pod goes on from there. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    drives.forEach(Drive::end);
    long millis = settings.shutdown().toMillis();
    if (!slots.tryAcquire(settings.concurrency(), millis, TimeUnit.MILLISECONDS)) {
      LOG.warn("a test clock was in the middle of a step at shutdown; its lease will end");
    }
  }

  /** Looks for clocks to drive; cheap, so it is called whenever one was set. */
  void look() {
    int free = stopping ? 0 : slots.drainPermits();
    if (free == 0) {
      lookAgain = true;
      return;
    }
    lookAgain = false;
    Instant now = clock.systemNow();
    rows.claim(driver.pod(), free, now, now.plus(settings.lease()))
        .subscribe()
        .with(channels -> driveAll(channels, free), failure -> couldNotLook(failure, free));
  }

  private void driveAll(List<String> channels, int free) {
    slots.release(free - channels.size());
    channels.forEach(this::drive);
    if (lookAgain && channels.size() < free) {
      look();
    }
  }

  private void drive(String channel) {
    Drive drive = new Drive(channel);
    drives.add(drive);
    if (stopping) {
      drive.end();
    }
    driver
        .drive(drive)
        .chain(() -> rows.release(driver.pod(), channel))
        .onTermination()
        .invoke(() -> ended(drive))
        .subscribe()
        .with(released -> {}, failure -> LOG.warnf(failure, "the test clock of %s", channel));
  }

  private void ended(Drive drive) {
    drives.remove(drive);
    slots.release();
    if (lookAgain) {
      look();
    }
  }

  private void renew() {
    Instant until = clock.systemNow().plus(settings.lease());
    drives.forEach(drive -> renew(drive, until));
  }

  private void renew(Drive drive, Instant until) {
    rows.renew(driver.pod(), drive.channel, until)
        .subscribe()
        .with(mine -> {}, failure -> LOG.debugf("cannot renew %s: %s", drive.channel, failure));
  }

  private void couldNotLook(Throwable failure, int free) {
    slots.release(free);
    LOG.warnf("cannot look for test clocks: %s", failure.toString());
  }
}
