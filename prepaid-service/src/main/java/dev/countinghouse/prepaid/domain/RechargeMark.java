package dev.countinghouse.prepaid.domain;

/**
 * How far points may fall before more are bought (PU-5).
 *
 * @param tenths 0 or more; at it is low enough
 */
public record RechargeMark(long tenths) {

  /**
   * Whether a decision made the available points fall to or below the mark. Who asks for more than
   * there is has need of them too, though nothing fell.
   */
  public boolean isReached(AccountState before, Decided decided) {
    long after = decided.balances().availableTenths();
    return after <= tenths && (after < available(before) || wasTooLittle(decided));
  }

  private static long available(AccountState state) {
    return state.lots().stream().mapToLong(PointLot::availableTenths).sum();
  }

  private static boolean wasTooLittle(Decided decided) {
    return decided.outcomes().stream().anyMatch(LedgerOutcome.Insufficient.class::isInstance);
  }
}
