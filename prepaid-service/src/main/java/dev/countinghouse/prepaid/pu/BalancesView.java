package dev.countinghouse.prepaid.pu;

import dev.countinghouse.http.Quantities;
import dev.countinghouse.prepaid.domain.Balances;

/**
 * Balances as decimal strings, {@code "14.5"} (MON-3).
 *
 * @param available posted − held (PU-3)
 */
public record BalancesView(String posted, String held, String available) {

  static BalancesView of(Balances balances) {
    return new BalancesView(
        Quantities.ofTenths(balances.postedTenths()),
        Quantities.ofTenths(balances.heldTenths()),
        Quantities.ofTenths(balances.availableTenths()));
  }
}
