package dev.countinghouse.prepaid.refund;

import org.jspecify.annotations.Nullable;

/** What is known of a refund once it is known. */
sealed interface RefundOutcome {

  /**
   * The money is back.
   *
   * @param creditNote null when there was nothing to pay back
   */
  record Refunded(@Nullable String creditNote) implements RefundOutcome {}

  /**
   * Nothing went back by this id, and nothing will.
   *
   * @param reason its code
   */
  record Declined(String reason) implements RefundOutcome {}

  /**
   * The question is refused though money may have gone back by this id; asked again it would be
   * refused again, so that people must look.
   *
   * @param reason its code
   */
  record Disputed(String reason) implements RefundOutcome {}
}
