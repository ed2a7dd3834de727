package dev.countinghouse.messaging.message;

import dev.countinghouse.messaging.domain.Pricing;

/** What a message would cost, or why it cannot be sent. */
public sealed interface Quote {

  /** What the rates say. */
  record OfRates(Pricing pricing) implements Quote {}

  /** Not a valid E.164 number. */
  record InvalidNumber() implements Quote {}

  /** Longer than any text that is looked at. */
  record TextTooLong(int maxCharacters) implements Quote {}

  /** MSG-7 is not offered yet. */
  record FallbackNotOffered() implements Quote {}
}
