package dev.countinghouse.messaging.domain;

import java.util.Set;

/**
 * One line of a rate card.
 *
 * @param destinations ISO 3166-1 alpha-2 codes
 * @param perMessageTenths tenths of a PU for the message
 * @param perSegmentTenths tenths of a PU for each segment; 0 where segments cost nothing
 * @param limit how long the text may be
 */
public record Rate(
    MessageKind kind,
    Set<String> destinations,
    long perMessageTenths,
    long perSegmentTenths,
    Limit limit) {

  public Rate {
    destinations = Set.copyOf(destinations);
  }

  /** How long a text may be for a rate to apply. */
  public sealed interface Limit {

    /** Any length. */
    record None() implements Limit {}

    /** At most so many bytes in code page 949; a character that it lacks is refused. */
    record Cp949Bytes(int max) implements Limit {}
  }
}
