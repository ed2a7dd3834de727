package dev.countinghouse.subscription.charge;

import dev.countinghouse.contracts.internal.ChargeAnswer;
import dev.countinghouse.http.Problem;

/** What a request for a charge comes to. */
sealed interface ChargeResult {

  /** How far the charge is. */
  record Answered(ChargeAnswer answer) implements ChargeResult {}

  /** It cannot be invoiced; nothing stands under the id, and nothing is charged by it. */
  record Invalid(Problem why) implements ChargeResult {}

  /** The id stands for a charge with other content (PU-4). */
  record Conflict() implements ChargeResult {}
}
