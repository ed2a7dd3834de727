package dev.countinghouse.prepaid.reservation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The answer of {@code POST …/reservations}: the first line at the top, so that an order of one
 * reads as the reservation itself, and every line below.
 */
@RegisterForReflection
public record ReservedOrder(@JsonUnwrapped ReservationView first, List<ReservationView> lines) {

  public ReservedOrder {
    lines = List.copyOf(lines);
  }

  static ReservedOrder of(List<ReservationView> lines) {
    return new ReservedOrder(lines.get(0), lines);
  }
}
