package dev.countinghouse.gateway.limit;

import dev.countinghouse.gateway.GatewaySettings;
import dev.countinghouse.gateway.domain.Quota;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Counts requests by token and channel. */
@ApplicationScoped
public class RateLimiter {

  /** Stands for the channel where the call has none, or none that is the caller's. */
  public static final String NO_CHANNEL = "-";

  private static final int FINGERPRINT_LENGTH = 32;

  private final RedisWindows redis;
  private final PodWindows pod;
  private final RedisReach reach;
  private final GatewaySettings.RateLimit settings;
  private final Counter fallbacks;
  private final Counter refusals;

  RateLimiter(
      RedisWindows redis,
      PodWindows pod,
      RedisReach reach,
      GatewaySettings settings,
      MeterRegistry metrics) {
    this.redis = redis;
    this.pod = pod;
    this.reach = reach;
    this.settings = settings.rateLimit();
    this.fallbacks =
        Counter.builder("countinghouse.gateway.rate.limit.fallback")
            .description("Requests that this pod counted by itself because Redis was away")
            .register(metrics);
    this.refusals =
        Counter.builder("countinghouse.gateway.rate.limited")
            .description("Requests refused with 429")
            .register(metrics);
  }

  /**
   * Counts one request; empty when counting is switched off. Never fails.
   *
   * @param fingerprint of the credential
   */
  public Uni<Optional<Quota>> count(String fingerprint, String channel) {
    if (!settings.enabled()) {
      return Uni.createFrom().item(Optional.empty());
    }
    String key = fingerprint.substring(0, FINGERPRINT_LENGTH) + ":" + channel;
    Uni<Quota> counted =
        reach.isThere()
            ? redis.count(key).onFailure().recoverWithItem(lost -> countHere(key, lost))
            : Uni.createFrom().item(() -> countHere(key));
    return counted.invoke(this::note).map(Optional::of);
  }

  private Quota countHere(String key, Throwable reason) {
    reach.lost(reason);
    return countHere(key);
  }

  private Quota countHere(String key) {
    fallbacks.increment();
    return pod.count(key);
  }

  private void note(Quota quota) {
    if (quota.isExceeded()) {
      refusals.increment();
    }
  }
}
