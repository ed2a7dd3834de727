package dev.countinghouse.prepaid.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The working copy of an account while {@link Ledger} decides; never leaves the decision. */
final class Books {

  private final Map<String, PointLot> lots = new LinkedHashMap<>();
  private final TreeSet<PointLot> spendable = new TreeSet<>(PointLot.DRAW_ORDER);
  private final Map<String, Hold> holds = new LinkedHashMap<>();
  private final Map<String, PointLot> changedLots = new LinkedHashMap<>();
  private final Map<String, Hold> changedHolds = new LinkedHashMap<>();
  private final List<Movement> movements = new ArrayList<>();
  private long availableTenths;

  Books(AccountState state) {
    state.lots().forEach(this::index);
    state.holds().forEach(hold -> holds.put(hold.id(), hold));
  }

  @Nullable PointLot lot(String id) {
    return lots.get(id);
  }

  @Nullable Hold hold(String id) {
    return holds.get(id);
  }

  long availableTenths() {
    return availableTenths;
  }

  void put(PointLot lot) {
    index(lot);
    changedLots.put(lot.id(), lot);
  }

  void put(Hold hold) {
    holds.put(hold.id(), hold);
    changedHolds.put(hold.id(), hold);
  }

  void add(LedgerCommand.AddLot add) {
    put(new PointLot(add.lot(), add.kind(), add.tenths(), add.tenths(), 0, add.expiresAt()));
    boolean promotional = add.kind() == PointLot.Kind.PROMOTIONAL;
    MovementKind kind = promotional ? MovementKind.GRANT : MovementKind.PURCHASE;
    Account from = promotional ? Account.GRANTED : Account.PURCHASED;
    List<LotShare> share = List.of(new LotShare(add.lot(), add.tenths()));
    movements.add(Movement.between(kind, add.lot(), add.at(), from, Account.AVAILABLE, share));
  }

  /** Takes a whole lot back. */
  void refund(PointLot lot, Instant at) {
    put(lot.refund());
    List<LotShare> all = List.of(new LotShare(lot.id(), lot.grantedTenths()));
    movements.add(
        Movement.between(
            MovementKind.REFUND, lot.id(), at, Account.AVAILABLE, Account.REFUNDED, all));
  }

  /** Puts back what was taken back; the journal keeps both. */
  void restore(PointLot lot, Instant at) {
    put(lot.restore());
    List<LotShare> all = List.of(new LotShare(lot.id(), lot.grantedTenths()));
    movements.add(
        Movement.between(
            MovementKind.ADJUSTMENT, lot.id(), at, Account.REFUNDED, Account.AVAILABLE, all));
  }

  /** Which points a hold of {@code tenths} takes (PU-2); there must be as many. */
  List<LotShare> draw(long tenths) {
    List<LotShare> shares = new ArrayList<>();
    long left = tenths;
    for (PointLot lot : spendable) {
      if (left == 0) {
        break;
      }
      long take = Math.min(left, lot.availableTenths());
      shares.add(new LotShare(lot.id(), take));
      left -= take;
    }
    return shares;
  }

  void reserve(Hold hold) {
    hold.shares().forEach(share -> put(known(share).hold(share.tenths())));
    put(hold);
    move(MovementKind.HOLD, hold, hold.at(), Account.AVAILABLE, Account.HELD, hold.shares());
  }

  /** Ends a hold: its first {@code captured} tenths are taken, the others given back. */
  void settle(Hold ended, long captured, Instant at) {
    List<LotShare> taken = LotShare.first(ended.shares(), captured);
    List<LotShare> back = LotShare.after(ended.shares(), captured);
    taken.forEach(share -> put(known(share).capture(share.tenths())));
    back.forEach(share -> put(known(share).release(share.tenths())));
    put(ended);
    move(MovementKind.CAPTURE, ended, at, Account.HELD, Account.CONSUMED, taken);
    move(MovementKind.RELEASE, ended, at, Account.HELD, Account.AVAILABLE, back);
    back.forEach(share -> expireIfDue(share.lot(), at));
  }

  List<Hold> holdsDue(Instant now) {
    return holds.values().stream()
        .filter(hold -> hold.isDue(now))
        .sorted(Comparator.comparing(Hold::expiresAt).thenComparing(Hold::id))
        .toList();
  }

  void expireLots(Instant now) {
    List<PointLot> due = spendable.stream().filter(lot -> lot.hasExpired(now)).toList();
    due.forEach(lot -> expireIfDue(lot.id(), lot.expiresAt()));
  }

  /** What is available in a lot that has expired is gone. */
  void expireIfDue(String id, Instant at) {
    PointLot lot = lots.get(id);
    if (lot == null || !lot.hasExpired(at) || lot.availableTenths() == 0) {
      return;
    }
    List<LotShare> rest = List.of(new LotShare(id, lot.availableTenths()));
    put(lot.expire());
    movements.add(
        Movement.between(MovementKind.EXPIRY, id, at, Account.AVAILABLE, Account.EXPIRED, rest));
  }

  Decided close(List<LedgerOutcome> outcomes) {
    return new Decided(
        outcomes,
        movements,
        List.copyOf(changedLots.values()),
        List.copyOf(changedHolds.values()),
        Balances.of(lots.values()));
  }

  private void move(
      MovementKind kind, Hold hold, Instant at, Account from, Account to, List<LotShare> shares) {
    if (!shares.isEmpty()) {
      movements.add(Movement.between(kind, hold.id(), at, from, to, shares));
    }
  }

  private PointLot known(LotShare share) {
    PointLot lot = lots.get(share.lot());
    if (lot == null) {
      throw new IllegalStateException("the state lacks lot " + share.lot());
    }
    return lot;
  }

  private void index(PointLot lot) {
    PointLot before = lots.put(lot.id(), lot);
    if (before != null) {
      spendable.remove(before);
      availableTenths -= before.availableTenths();
    }
    if (lot.availableTenths() > 0) {
      spendable.add(lot);
    }
    availableTenths = Math.addExact(availableTenths, lot.availableTenths());
  }
}
