package dev.countinghouse.gateway.limit;

import dev.countinghouse.gateway.GatewaySettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Whether Redis can be asked. Once lost, only the background asks, until it answers again. */
@ApplicationScoped
public class RedisReach {

  private static final Logger LOG = Logger.getLogger(RedisReach.class);

  private final Vertx vertx;
  private final RedisWindows redis;
  private final long probeMillis;
  private final AtomicBoolean lost = new AtomicBoolean();

  RedisReach(Vertx vertx, RedisWindows redis, GatewaySettings settings, MeterRegistry metrics) {
    this.vertx = vertx;
    this.redis = redis;
    this.probeMillis = settings.rateLimit().redisProbe().toMillis();
    Gauge.builder("countinghouse.gateway.rate.limit.redis.up", () -> isThere() ? 1 : 0)
        .description("0 while this pod counts requests by itself")
        .register(metrics);
  }

  public boolean isThere() {
    return !lost.get();
  }

  /** A request found Redis gone or slow. */
  void lost(Throwable reason) {
    if (lost.compareAndSet(false, true)) {
      LOG.warnf("Redis is away, this pod counts requests by itself: %s", reason);
      probeLater();
    }
  }

  private void probeLater() {
    vertx.setTimer(probeMillis, timer -> probe());
  }

  private void probe() {
    redis.answers().subscribe().with(this::probed);
  }

  private void probed(boolean answers) {
    if (answers) {
      lost.set(false);
      LOG.info("Redis is back, all pods count requests together");
    } else {
      probeLater();
    }
  }
}
