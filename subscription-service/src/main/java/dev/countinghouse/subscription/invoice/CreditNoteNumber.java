package dev.countinghouse.subscription.invoice;

/** {@code CN-000001}: a channel's credit notes, counted from 1. */
public final class CreditNoteNumber {

  private CreditNoteNumber() {}

  public static String of(long sequence) {
    return "CN-%06d".formatted(sequence);
  }
}
