package dev.countinghouse.subscription.payment;

/** What became of a refund. */
public sealed interface RefundOutcome {

  /** The money is back with whoever paid. */
  record Returned() implements RefundOutcome {}

  /**
   * It was not paid back and will not be.
   *
   * @param reason stable: {@code refund.declined}
   */
  record Refused(String reason) implements RefundOutcome {
    public static final String DECLINED = "refund.declined";
  }

  /** No answer came: it may have been paid back. */
  record Unknown() implements RefundOutcome {}
}
