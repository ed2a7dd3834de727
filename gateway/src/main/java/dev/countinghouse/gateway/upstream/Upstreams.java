package dev.countinghouse.gateway.upstream;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.GatewaySettings;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Every service of the suite. */
@ApplicationScoped
public class Upstreams {

  private final Map<ServiceName, Upstream> byName = new EnumMap<>(ServiceName.class);

  Upstreams(GatewaySettings settings, Vertx vertx) {
    for (ServiceName service : ServiceName.values()) {
      GatewaySettings.Service where = settings.services().get(service.id());
      if (where == null) {
        throw new IllegalStateException(
            "countinghouse.gateway.services.%s.url is not set; the gateway routes to that service"
                .formatted(service.id()));
      }
      byName.put(service, new Upstream(service, where, vertx));
    }
  }

  public Upstream of(ServiceName service) {
    Upstream upstream = byName.get(service);
    if (upstream == null) {
      throw new IllegalStateException("every service was configured at the start");
    }
    return upstream;
  }
}
