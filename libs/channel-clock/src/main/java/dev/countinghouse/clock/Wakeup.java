package dev.countinghouse.clock;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets this pod look for due work shortly after some was scheduled for now, instead of at the next
 * poll. Only a hint: it may come before the commit or in a pod that dies; the poll finds the row.
 */
@ApplicationScoped
class Wakeup {

  private final Vertx vertx;
  private final long delayMillis;
  private final AtomicBoolean pending = new AtomicBoolean();
  private volatile Runnable look = () -> {};

  Wakeup(Vertx vertx, DueWorkSettings settings) {
    this.vertx = vertx;
    this.delayMillis = Math.max(1, settings.wakeAfter().toMillis());
  }

  void onWake(Runnable newLook) {
    look = newLook;
  }

  void soon() {
    if (pending.compareAndSet(false, true)) {
      vertx.setTimer(delayMillis, timer -> wake());
    }
  }

  private void wake() {
    pending.set(false);
    look.run();
  }
}
