package dev.countinghouse.subscription.charge;

import dev.countinghouse.contracts.internal.ChargeAnswer;

/** What a request for a charge comes to. */
sealed interface ChargeResult {

  /** How far the charge is. */
  record Answered(ChargeAnswer answer) implements ChargeResult {}

  /** The id stands for a charge with other content (PU-4). */
  record Conflict() implements ChargeResult {}
}
