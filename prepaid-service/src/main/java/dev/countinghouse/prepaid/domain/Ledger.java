package dev.countinghouse.prepaid.domain;

import dev.countinghouse.prepaid.domain.Hold.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides over a channel's points (PU-1 to PU-4). Before each command what is due by its instant
 * expires: open holds give back, and lots lose what is available. What an open hold reserves of a
 * lot that has expired stays capturable; what is released of it is gone at once.
 */
public final class Ledger {

  private final Books books;
  private Instant sweptUntil = Instant.MIN;

  private Ledger(Books books) {
    this.books = books;
  }

  /**
   * Decides the commands one after another, each upon what the ones before have left.
   *
   * @return what to store and one outcome a command; the state itself is not changed
   */
  public static Decided decide(AccountState state, List<LedgerCommand> commands) {
    Books books = new Books(state);
    Ledger ledger = new Ledger(books);
    List<LedgerOutcome> outcomes = new ArrayList<>(commands.size());
    for (LedgerCommand command : commands) {
      ledger.expireDue(command.at());
      outcomes.add(ledger.apply(command));
    }
    return books.close(outcomes);
  }

  private LedgerOutcome apply(LedgerCommand command) {
    return switch (command) {
      case LedgerCommand.AddLot add -> add(add);
      case LedgerCommand.EndLot end -> end(end);
      case LedgerCommand.RefundLot refund -> refund(refund);
      case LedgerCommand.RestoreLot restore -> restore(restore);
      case LedgerCommand.PlaceHold place -> place(place);
      case LedgerCommand.CaptureHold capture -> capture(capture);
      case LedgerCommand.ReleaseHold release -> release(release);
      case LedgerCommand.ExpireDue ignored -> new LedgerOutcome.Done();
    };
  }

  private LedgerOutcome add(LedgerCommand.AddLot add) {
    if (books.lot(add.lot()) == null) {
      books.add(add);
      books.expireIfDue(add.lot(), add.at());
    }
    return new LedgerOutcome.Done();
  }

  private LedgerOutcome end(LedgerCommand.EndLot end) {
    PointLot lot = books.lot(end.lot());
    if (lot != null) {
      books.put(lot.endingAt(end.at()));
      books.expireIfDue(end.lot(), end.at());
    }
    return new LedgerOutcome.Done();
  }

  private LedgerOutcome refund(LedgerCommand.RefundLot refund) {
    PointLot lot = books.lot(refund.lot());
    if (lot == null || !lot.isWhole()) {
      return new LedgerOutcome.LotTouched(refund.lot());
    }
    books.refund(lot, refund.at());
    return new LedgerOutcome.Done();
  }

  private LedgerOutcome restore(LedgerCommand.RestoreLot restore) {
    PointLot lot = books.lot(restore.lot());
    if (lot == null || !lot.isEmpty()) {
      return new LedgerOutcome.LotTouched(restore.lot());
    }
    books.restore(lot, restore.at());
    books.expireIfDue(restore.lot(), restore.at());
    return new LedgerOutcome.Done();
  }

  private LedgerOutcome place(LedgerCommand.PlaceHold place) {
    Hold known = books.hold(place.id());
    if (known != null) {
      return known.hasContentOf(place) ? answerAgain(known) : new LedgerOutcome.Conflict(known);
    }
    long available = books.availableTenths();
    if (available < place.tenths()) {
      Hold refused = hold(place, List.of(), new Fate.Refused(available, place.at()));
      books.put(refused);
      return new LedgerOutcome.Insufficient(refused, available);
    }
    Hold open = hold(place, books.draw(place.tenths()), new Fate.Open());
    books.reserve(open);
    return new LedgerOutcome.Held(open);
  }

  private static LedgerOutcome answerAgain(Hold known) {
    return known.fate() instanceof Fate.Refused refused
        ? new LedgerOutcome.Insufficient(known, refused.availableTenths())
        : new LedgerOutcome.Held(known);
  }

  private LedgerOutcome capture(LedgerCommand.CaptureHold capture) {
    Hold hold = books.hold(capture.id());
    if (hold == null || hold.fate() instanceof Fate.Refused) {
      return new LedgerOutcome.UnknownHold(capture.id());
    }
    if (!(hold.fate() instanceof Fate.Open)) {
      boolean repeated =
          hold.fate() instanceof Fate.Captured taken && taken.tenths() == capture.tenths();
      return repeated ? new LedgerOutcome.Settled(hold) : new LedgerOutcome.AlreadyEnded(hold);
    }
    if (capture.tenths() > hold.tenths()) {
      return new LedgerOutcome.CaptureExceedsHold(hold);
    }
    Hold ended = hold.ending(new Fate.Captured(capture.tenths(), capture.at()));
    books.settle(ended, capture.tenths(), capture.at());
    return new LedgerOutcome.Settled(ended);
  }

  private LedgerOutcome release(LedgerCommand.ReleaseHold release) {
    Hold hold = books.hold(release.id());
    if (hold == null || hold.fate() instanceof Fate.Refused) {
      return new LedgerOutcome.UnknownHold(release.id());
    }
    if (!(hold.fate() instanceof Fate.Open)) {
      return hold.fate() instanceof Fate.Released
          ? new LedgerOutcome.Settled(hold)
          : new LedgerOutcome.AlreadyEnded(hold);
    }
    Hold ended = hold.ending(new Fate.Released(release.at()));
    books.settle(ended, 0, release.at());
    return new LedgerOutcome.Settled(ended);
  }

  private void expireDue(Instant now) {
    if (now.isAfter(sweptUntil)) {
      sweptUntil = now;
      books.holdsDue(now).forEach(this::expire);
      books.expireLots(now);
    }
  }

  private void expire(Hold due) {
    books.expireLots(due.expiresAt());
    books.settle(due.ending(new Fate.Expired(due.expiresAt())), 0, due.expiresAt());
  }

  private static Hold hold(LedgerCommand.PlaceHold place, List<LotShare> shares, Fate fate) {
    Instant expiresAt = place.at().plus(Hold.LIFETIME);
    return new Hold(
        place.id(), place.tenths(), place.reason(), place.at(), expiresAt, shares, fate);
  }
}
