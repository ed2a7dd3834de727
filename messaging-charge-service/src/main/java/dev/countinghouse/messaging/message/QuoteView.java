package dev.countinghouse.messaging.message;

import dev.countinghouse.messaging.domain.Pricing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a message would cost.
 *
 * @param kind what it would be charged as
 * @param priceUnits PU, a decimal string
 */
public record QuoteView(
    @Schema(examples = "sms") String kind,
    @Schema(examples = "10") String priceUnits,
    int segments,
    int bytes) {

  static QuoteView of(Pricing.Priced priced) {
    return new QuoteView(
        priced.kind().id(), Units.text(priced.tenths()), priced.segments(), priced.bytes());
  }
}
