package dev.countinghouse.prepaid.domain;

/** What became of a {@link LedgerCommand}. */
public sealed interface LedgerOutcome {

  /** It is done, now or when it was asked before. */
  record Done() implements LedgerOutcome {}

  /** Something of the lot is spent, held or expired, or there is no such lot; nothing changed. */
  record LotTouched(String lot) implements LedgerOutcome {}

  /** The points are reserved, now or when it was asked before; see {@code hold} for its fate. */
  record Held(Hold hold) implements LedgerOutcome {}

  /** Too few points; nothing was reserved, and the id keeps this answer (PU-4). */
  record Insufficient(Hold hold, long availableTenths) implements LedgerOutcome {}

  /** That id was used for other content (PU-4). */
  record Conflict(Hold known) implements LedgerOutcome {}

  /** The hold ended as asked, now or when it was asked before. */
  record Settled(Hold hold) implements LedgerOutcome {}

  /** The hold had ended in another way; nothing changed (PU-3). */
  record AlreadyEnded(Hold hold) implements LedgerOutcome {}

  /** More was to be captured than was held; nothing changed and the hold is open. */
  record CaptureExceedsHold(Hold hold) implements LedgerOutcome {}

  /** No hold of that id reserves or ever reserved anything. */
  record UnknownHold(String id) implements LedgerOutcome {}
}
