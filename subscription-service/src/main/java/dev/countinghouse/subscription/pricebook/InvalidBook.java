package dev.countinghouse.subscription.pricebook;

/** A document is not a price book. */
final class InvalidBook extends Exception {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String expected;

  InvalidBook(String field, String expected) {
    super(field + ": " + expected);
    this.field = field;
    this.expected = expected;
  }

  /** Path of the field that is wrong; empty when the document as a whole is. */
  String field() {
    return field;
  }

  String expected() {
    return expected;
  }
}
