package dev.countinghouse.gateway.health;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.limit.RedisReach;
import dev.countinghouse.gateway.upstream.CircuitBreakers;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready, with what the gateway knows of Redis and of the services. */
@Readiness
@ApplicationScoped
public class GatewayReadiness implements AsyncHealthCheck {

  private final RedisReach redis;
  private final CircuitBreakers breakers;

  GatewayReadiness(RedisReach redis, CircuitBreakers breakers) {
    this.redis = redis;
    this.breakers = breakers;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    HealthCheckResponseBuilder report = HealthCheckResponse.named("gateway").up();
    report.withData("redis", redis.isThere() ? "there" : "away, requests are counted a pod");
    for (ServiceName service : ServiceName.values()) {
      String state = breakers.state(service).name().toLowerCase(Locale.ROOT);
      report.withData("breaker of " + service.id(), state);
    }
    return Uni.createFrom().item(report.build());
  }
}
