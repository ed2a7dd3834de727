package dev.countinghouse.subscription.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** What follows a trial (TRI-5). */
public sealed interface ConversionDecision {

  /**
   * The chosen plan, paid from the trial's end on; that day is the anchor.
   *
   * @param time local time at which every period starts
   */
  record ConvertToPaid(BillingAnchor anchor, LocalTime time, BillingPeriod firstPeriod)
      implements ConversionDecision {}

  /** Free, without an invoice. */
  record FallToFree() implements ConversionDecision {}

  /**
   * Decides at the trial's end.
   *
   * @param paymentMethodOnFile whether there is something to pay with at that instant
   */
  static ConversionDecision atTrialEnd(Instant trialEnd, boolean paymentMethodOnFile, ZoneId zone) {
    if (!paymentMethodOnFile) {
      return new FallToFree();
    }
    BillingAnchor anchor = BillingAnchor.of(trialEnd.atZone(zone).toLocalDate());
    LocalTime time = trialEnd.atZone(zone).toLocalTime();
    return new ConvertToPaid(anchor, time, BillingPeriod.from(trialEnd, anchor, time, zone));
  }
}
