package dev.countinghouse.subscription.closing;

import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.contracts.internal.ClosingRequest.GaugeReading;
import dev.countinghouse.subscription.domain.BillingPeriod;
import java.util.List;

/**
 * A paid period that ends, with what it was priced by.
 *
 * @param plan id of its plan
 */
record ClosedPeriod(BillingPeriod period, String plan, Book book) {

  /** A version of a price book. */
  record Book(String id, int version) {}

  /** The question for its overage. */
  ClosingRequest request(List<GaugeReading> gauges) {
    return new ClosingRequest(
        period.start(), period.end(), plan, book.id(), book.version(), gauges);
  }
}
