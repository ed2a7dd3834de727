package dev.countinghouse.subscription.invoice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code INV-000001}: a channel's invoices, counted from 1. */
public final class InvoiceNumber {

  private static final Pattern FORM = Pattern.compile("INV-(\\d{6,18})");

  private InvoiceNumber() {}

  public static String of(long sequence) {
    return "INV-%06d".formatted(sequence);
  }

  /** The sequence in a number; empty when it is not one in its only spelling. */
  public static Optional<Long> sequence(String number) {
    Matcher matcher = FORM.matcher(number);
    return Optional.of(matcher)
        .filter(Matcher::matches)
        .map(matched -> Long.valueOf(matched.group(1)))
        .filter(sequence -> of(sequence).equals(number));
  }
}
