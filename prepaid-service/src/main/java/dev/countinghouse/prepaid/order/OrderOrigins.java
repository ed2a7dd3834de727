package dev.countinghouse.prepaid.order;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service's origins by name; two of one name stop the service at its start. */
@ApplicationScoped
class OrderOrigins {

  private final Map<String, OrderOrigin> byName;

  OrderOrigins(@All List<OrderOrigin> origins) {
    this.byName =
        origins.stream().collect(Collectors.toMap(OrderOrigin::name, Function.identity()));
  }

  OrderOrigin of(Order order) {
    @Nullable OrderOrigin origin = byName.get(order.origin());
    if (origin == null) {
      throw new IllegalStateException("nobody is called " + order.origin());
    }
    return origin;
  }
}
