package dev.countinghouse.gateway.upstream;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.GatewaySettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * A circuit breaker a service. Open, it fails at once; after a while it lets a probe through and
 * closes when that succeeds.
 */
@ApplicationScoped
public class CircuitBreakers {

  private static final Logger LOG = Logger.getLogger(CircuitBreakers.class);
  private static final TypeLiteral<Uni<Object>> ANSWER = new TypeLiteral<>() {};

  private final Map<ServiceName, Guard> guards = new EnumMap<>(ServiceName.class);
  private final Map<ServiceName, CircuitBreakerState> states = new ConcurrentHashMap<>();
  private final GatewaySettings.Breaker settings;

  CircuitBreakers(GatewaySettings settings, MeterRegistry metrics) {
    this.settings = settings.breaker();
    for (ServiceName service : ServiceName.values()) {
      states.put(service, CircuitBreakerState.CLOSED);
      guards.put(service, breaker(service));
      Gauge.builder("countinghouse.gateway.upstream.open", () -> isOpen(service) ? 1 : 0)
          .description("1 while the service is left alone or only probed")
          .tag("service", service.id())
          .register(metrics);
    }
  }

  /**
   * Runs the call unless the service's breaker is open; fails with an {@link UpstreamFailure} of
   * kind {@code OPEN} then. Of the call's own failures those that {@link UpstreamFailure#counts()}
   * open the breaker.
   */
  @SuppressWarnings("unchecked") // what comes out is what the call put in
  public <T> Uni<T> guard(ServiceName service, Uni<T> call) {
    Guard guard = guards.get(service);
    if (guard == null) {
      throw new IllegalStateException("every service has a breaker");
    }
    Uni<T> guarded = (Uni<T>) guard.get(() -> (Uni<Object>) call, ANSWER);
    return guarded
        .onFailure(CircuitBreakerOpenException.class)
        .transform(open -> new UpstreamFailure(UpstreamFailure.Kind.OPEN, open));
  }

  /** What the breaker is at now. */
  public CircuitBreakerState state(ServiceName service) {
    return states.getOrDefault(service, CircuitBreakerState.CLOSED);
  }

  private boolean isOpen(ServiceName service) {
    return state(service) != CircuitBreakerState.CLOSED;
  }

  private Guard breaker(ServiceName service) {
    return Guard.create()
        .withDescription(service.id())
        .withCircuitBreaker()
        .when(failure -> failure instanceof UpstreamFailure upstream && upstream.counts())
        .requestVolumeThreshold(settings.window())
        .failureRatio(settings.failureRatio())
        .delay(settings.delay().toMillis(), ChronoUnit.MILLIS)
        .successThreshold(settings.probes())
        .onStateChange(state -> changed(service, state))
        .done()
        .build();
  }

  private void changed(ServiceName service, CircuitBreakerState state) {
    states.put(service, state);
    LOG.infof("the breaker of %s is %s", service.id(), state);
  }
}
