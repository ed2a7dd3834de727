package dev.countinghouse.subscription.payment;

/** What became of an attempt. */
public sealed interface PaymentOutcome {

  /** The money is ours. */
  record Succeeded() implements PaymentOutcome {}

  /**
   * It was not taken and will not be.
   *
   * @param reason stable: {@code payment.declined}, {@code payment.no-method}
   */
  record Declined(String reason) implements PaymentOutcome {
    public static final String DECLINED = "payment.declined";
    public static final String NO_METHOD = "payment.no-method";
  }

  /** No answer came: it may have been taken. */
  record Unknown() implements PaymentOutcome {}
}
