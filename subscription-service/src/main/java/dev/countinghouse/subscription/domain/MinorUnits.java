package dev.countinghouse.subscription.domain;

import java.math.BigDecimal;
import java.util.Currency;

/** Between integers of a currency's smallest unit and decimals (MON-1). */
final class MinorUnits {

  private MinorUnits() {}

  static BigDecimal toDecimal(long minor, String currency) {
    return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
