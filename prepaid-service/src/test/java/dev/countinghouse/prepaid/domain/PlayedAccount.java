package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.LedgerCommand.AddLot;
import dev.countinghouse.prepaid.domain.LedgerCommand.CaptureHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.PlaceHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.ReleaseHold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An account whose points come and are held at one instant, and whose holds end a minute later. */
final class PlayedAccount {

  static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  static final Instant TRIAL_END = START.plus(Duration.ofDays(14));
  static final Instant YEAR_END = START.plus(Duration.ofDays(366));

  private final Replay account = new Replay();

  void grant(String lot, long tenths, Instant expiresAt) {
    add(lot, PointLot.Kind.PROMOTIONAL, tenths, expiresAt);
  }

  void purchase(String lot, long tenths) {
    add(lot, PointLot.Kind.PURCHASED, tenths, YEAR_END);
  }

  void add(String lot, PointLot.Kind kind, long tenths, Instant expiresAt) {
    assertThat(decide(new AddLot(lot, kind, tenths, expiresAt, START)))
        .isEqualTo(new LedgerOutcome.Done());
  }

  LedgerOutcome hold(String id, long tenths) {
    return decide(new PlaceHold(id, tenths, "sms", START));
  }

  LedgerOutcome capture(String id, long tenths) {
    return decide(new CaptureHold(id, tenths, START.plusSeconds(60)));
  }

  LedgerOutcome release(String id) {
    return decide(new ReleaseHold(id, START.plusSeconds(60)));
  }

  LedgerOutcome decide(LedgerCommand command) {
    return account.decide(command);
  }

  AccountState state() {
    return account.state();
  }

  Balances balances() {
    return account.balances();
  }

  List<Movement> journal() {
    return account.journal();
  }

  long journalled(Account of) {
    return account.journalled(of);
  }

  PointLot lot(String id) {
    return account.lot(id);
  }

  Hold hold(String id) {
    return account.hold(id);
  }
}
