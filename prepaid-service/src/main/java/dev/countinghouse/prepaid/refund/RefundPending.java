package dev.countinghouse.prepaid.refund;

/** The refund has no answer yet; the work stays due and asks again. */
final class RefundPending extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefundPending(String refund) {
    super("the refund " + refund + " is pending", null, false, false);
  }
}
