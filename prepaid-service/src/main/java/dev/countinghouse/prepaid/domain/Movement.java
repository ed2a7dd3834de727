package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One immutable movement of points from one account to another, lot by lot (PU-1). What leaves the
 * one arrives at the other, so that it sums to zero whatever it moves.
 *
 * @param reference the hold or lot it is about
 * @param at when, by the channel's clock
 * @param from another account than {@code to}
 * @param shares at least one
 */
public record Movement(
    MovementKind kind,
    String reference,
    Instant at,
    Account from,
    Account to,
    List<LotShare> shares) {

  public Movement {
    shares = List.copyOf(shares);
    if (from == to || shares.isEmpty()) {
      throw new IllegalArgumentException(kind + " of " + reference + " moves nothing");
    }
  }

  /** Moves each share from one account to another. */
  static Movement between(
      MovementKind kind,
      String reference,
      Instant at,
      Account from,
      Account to,
      List<LotShare> shares) {
    return new Movement(kind, reference, at, from, to, shares);
  }

  /** Its entries, two a share: what leaves and what arrives. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(shares.size() * 2);
    for (LotShare share : shares) {
      entries.add(new Entry(from, share.lot(), -share.tenths()));
      entries.add(new Entry(to, share.lot(), share.tenths()));
    }
    return entries;
  }
}
