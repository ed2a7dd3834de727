package dev.countinghouse.metering.counting;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A pod whose counting thread has died does half its work: it must be started anew. */
@Liveness
@ApplicationScoped
public class CountingHealth implements HealthCheck {

  private final UsageCounting counting;

  public CountingHealth(UsageCounting counting) {
    this.counting = counting;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("usage counting").status(counting.isAlive()).build();
  }
}
