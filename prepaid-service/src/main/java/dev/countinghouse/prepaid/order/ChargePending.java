package dev.countinghouse.prepaid.order;

/** The payment has no answer yet; the work stays due and asks again. */
final class ChargePending extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChargePending(String order) {
    super("the charge of " + order + " is pending", null, false, false);
  }
}
