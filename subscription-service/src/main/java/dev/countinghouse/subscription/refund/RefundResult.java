package dev.countinghouse.subscription.refund;

import dev.countinghouse.contracts.internal.RefundAnswer;
import dev.countinghouse.http.Problem;

/** What a request for a refund comes to. */
sealed interface RefundResult {

  /** How far the refund is. */
  record Answered(RefundAnswer answer) implements RefundResult {}

  /** It cannot be paid back; nothing stands under the id, and nothing goes back by it. */
  record Invalid(Problem why) implements RefundResult {}

  /** The id stands for a refund with other content (PU-4). */
  record Conflict() implements RefundResult {}

  /** The channel has no such charge. */
  record UnknownCharge() implements RefundResult {}

  /** The charge's own end is not known yet. */
  record ChargePending() implements RefundResult {}
}
