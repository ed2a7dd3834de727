package dev.countinghouse.gateway.health;

import dev.countinghouse.contracts.Routes;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the route table is loaded. */
@Startup
@ApplicationScoped
public class GatewayStarted implements AsyncHealthCheck {

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(
            HealthCheckResponse.named("routes")
                .up()
                .withData("calls", Routes.all().size())
                .build());
  }
}
