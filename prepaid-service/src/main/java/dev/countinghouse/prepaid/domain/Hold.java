package dev.countinghouse.prepaid.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A hold as it was asked for, and what became of it (PU-3).
 *
 * @param id the caller's; same id and same content is the same answer (PU-4)
 * @param tenths what was asked for
 * @param reason part of the content
 * @param at when it was asked for
 * @param expiresAt {@link #LIFETIME} later
 * @param shares what it reserves, in the order in which a capture takes them; empty when refused
 */
public record Hold(
    String id,
    long tenths,
    String reason,
    Instant at,
    Instant expiresAt,
    List<LotShare> shares,
    Fate fate) {

  /** PU-3: a hold that nobody settles expires by itself. */
  public static final Duration LIFETIME = Duration.ofHours(72);

  public Hold {
    shares = List.copyOf(shares);
  }

  boolean hasContentOf(LedgerCommand.PlaceHold command) {
    return tenths == command.tenths() && reason.equals(command.reason());
  }

  boolean isDue(Instant now) {
    return fate instanceof Fate.Open && !now.isBefore(expiresAt);
  }

  Hold ending(Fate end) {
    return new Hold(id, tenths, reason, at, expiresAt, shares, end);
  }

  /** What became of a hold; every fate but {@link Open} is final. */
  public sealed interface Fate {

    /** It reserves its points. */
    record Open() implements Fate {}

    /** {@code tenths} were taken, the rest was given back. */
    record Captured(long tenths, Instant at) implements Fate {}

    /** All was given back. */
    record Released(Instant at) implements Fate {}

    /** Nobody settled it in time; all was given back. */
    record Expired(Instant at) implements Fate {}

    /** It never reserved anything: only {@code availableTenths} were there. */
    record Refused(long availableTenths, Instant at) implements Fate {}
  }
}
