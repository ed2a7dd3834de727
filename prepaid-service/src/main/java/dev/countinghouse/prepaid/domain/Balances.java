package dev.countinghouse.prepaid.domain;

import java.util.Collection;

/**
 * What a channel has (PU-3).
 *
 * @param postedTenths all its points
 * @param heldTenths those that open holds reserve
 */
public record Balances(long postedTenths, long heldTenths) {

  static Balances of(Collection<PointLot> lots) {
    long available = lots.stream().mapToLong(PointLot::availableTenths).reduce(0, Math::addExact);
    long held = lots.stream().mapToLong(PointLot::heldTenths).reduce(0, Math::addExact);
    return new Balances(Math.addExact(available, held), held);
  }

  /** Posted − held, never negative. */
  public long availableTenths() {
    return postedTenths - heldTenths;
  }
}
