package dev.countinghouse.messaging.domain;

/** What a message would cost, or why it has no price. */
public sealed interface Pricing {

  /**
   * It can be sent.
   *
   * @param kind what it is charged as
   * @param tenths price in tenths of a PU
   * @param bytes length in the encoding the price depends on: code page 949 for Korean texts, else
   *     UTF-8
   * @param segments segments of 140 octets (MSG-3)
   */
  record Priced(MessageKind kind, long tenths, int bytes, int segments) implements Pricing {}

  /** Longer than any rate of the destination allows. */
  record TooLong(int bytes, int maxBytes) implements Pricing {}

  /** A character that code page 949 lacks. */
  record UnsupportedCharacter(String character, int position) implements Pricing {}

  /** The book has no rate for that kind and destination (MSG-2). */
  record NoRate(String country) implements Pricing {}
}
