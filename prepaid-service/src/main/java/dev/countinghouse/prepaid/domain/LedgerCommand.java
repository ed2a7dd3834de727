package dev.countinghouse.prepaid.domain;

import java.time.Instant;

/** What can be asked of a channel's points. */
public sealed interface LedgerCommand {

  /** When it is decided, by the channel's clock. */
  Instant at();

  /**
   * Adds a lot, once an id.
   *
   * @param tenths above 0
   */
  record AddLot(String lot, PointLot.Kind kind, long tenths, Instant expiresAt, Instant at)
      implements LedgerCommand {}

  /** Ends a lot early, or at the instant at which it ends anyway. */
  record EndLot(String lot, Instant at) implements LedgerCommand {}

  /** Takes a lot back whole, if nothing of it is spent, held or expired (PRE-15). */
  record RefundLot(String lot, Instant at) implements LedgerCommand {}

  /** Puts a lot that was taken back there again: it was not paid back. */
  record RestoreLot(String lot, Instant at) implements LedgerCommand {}

  /**
   * Reserves points (PU-3).
   *
   * @param tenths above 0
   */
  record PlaceHold(String id, long tenths, String reason, Instant at) implements LedgerCommand {}

  /**
   * Takes points of a hold and releases the rest (PU-3).
   *
   * @param tenths above 0
   */
  record CaptureHold(String id, long tenths, Instant at) implements LedgerCommand {}

  /** Gives a hold back (PU-3). */
  record ReleaseHold(String id, Instant at) implements LedgerCommand {}

  /** Ends the holds and lots whose time has come. Every command does so first. */
  record ExpireDue(Instant at) implements LedgerCommand {}
}
