package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One immutable movement of points (PU-1).
 *
 * @param reference the hold or lot it is about
 * @param at when, by the channel's clock
 * @param entries sum to zero
 */
public record Movement(MovementKind kind, String reference, Instant at, List<Entry> entries) {

  public Movement {
    entries = List.copyOf(entries);
    if (entries.stream().mapToLong(Entry::deltaTenths).reduce(0, Math::addExact) != 0) {
      throw new IllegalArgumentException(kind + " of " + reference + " does not sum to zero");
    }
  }

  /** Moves each share from one account to another, lot by lot. */
  static Movement between(
      MovementKind kind,
      String reference,
      Instant at,
      Account from,
      Account to,
      List<LotShare> shares) {
    List<Entry> entries = new ArrayList<>(shares.size() * 2);
    for (LotShare share : shares) {
      entries.add(new Entry(from, share.lot(), -share.tenths()));
      entries.add(new Entry(to, share.lot(), share.tenths()));
    }
    return new Movement(kind, reference, at, entries);
  }
}
