package dev.countinghouse.gateway.limit;

import dev.countinghouse.gateway.GatewaySettings;
import dev.countinghouse.gateway.domain.Quota;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Windows that all pods count in together. */
@ApplicationScoped
class RedisWindows {

  // One step for Redis, so that no count is left without an end, whoever dies in between.
  private static final String COUNT =
      """
      local used = redis.call('INCR', KEYS[1])
      local rest = redis.call('PTTL', KEYS[1])
      if rest < 0 then
        redis.call('PEXPIRE', KEYS[1], ARGV[1])
        rest = tonumber(ARGV[1])
      end
      return {used, rest}
      """;

  private final ReactiveRedisDataSource redis;
  private final GatewaySettings.RateLimit settings;

  RedisWindows(ReactiveRedisDataSource redis, GatewaySettings settings) {
    this.redis = redis;
    this.settings = settings.rateLimit();
  }

  /** Counts one request; fails when Redis does not answer in time. */
  Uni<Quota> count(String key) {
    String window = Long.toString(settings.window().toMillis());
    return redis
        .execute("EVAL", COUNT, "1", "countinghouse:requests:" + key, window)
        .ifNoItem()
        .after(settings.redisTimeout())
        .fail()
        .map(this::quota);
  }

  /** Whether Redis answers again. */
  Uni<Boolean> answers() {
    return redis
        .execute("PING")
        .ifNoItem()
        .after(settings.redisProbe())
        .fail()
        .map(pong -> true)
        .onFailure()
        .recoverWithItem(false);
  }

  private Quota quota(Response counted) {
    long used = counted.get(0).toLong();
    Duration rest = Duration.ofMillis(counted.get(1).toLong());
    return new Quota(settings.requests(), used, rest);
  }
}
