package dev.countinghouse.prepaid.order;

import org.jspecify.annotations.Nullable;

/** What is known of an order's charge once it is known. */
public sealed interface ChargeOutcome {

  /**
   * The money was taken.
   *
   * @param invoice null when there was nothing to pay
   */
  record Paid(@Nullable String invoice) implements ChargeOutcome {}

  /**
   * Nothing was taken by this id, and nothing will be.
   *
   * @param reason its code
   */
  record NotPaid(String reason) implements ChargeOutcome {}

  /**
   * The question is refused though money may have moved by this id; asked again it would be refused
   * again, so that people must look.
   *
   * @param reason its code
   */
  record Disputed(String reason) implements ChargeOutcome {}
}
