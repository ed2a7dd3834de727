package dev.countinghouse.subscription.domain;

import java.util.Locale;

/** Where a channel stands. A trial is not yet a subscription but has its functions (TRI-3). */
public enum SubscriptionStatus {
  FREE,
  TRIAL,
  ACTIVE,
  /** A payment failed and is being retried; service continues (SUB-4). */
  PAST_DUE;

  /** As the API writes it: {@code past-due}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a paid period is running. */
  public boolean isPaid() {
    return this == ACTIVE || this == PAST_DUE;
  }
}
