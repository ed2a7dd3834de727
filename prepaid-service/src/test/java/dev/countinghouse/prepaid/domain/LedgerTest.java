package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.prepaid.domain.Hold.Fate;
import dev.countinghouse.prepaid.domain.LedgerCommand.AddLot;
import dev.countinghouse.prepaid.domain.LedgerCommand.CaptureHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.EndLot;
import dev.countinghouse.prepaid.domain.LedgerCommand.ExpireDue;
import dev.countinghouse.prepaid.domain.LedgerCommand.PlaceHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.ReleaseHold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant TRIAL_END = START.plus(Duration.ofDays(14));
  private static final Instant YEAR_END = START.plus(Duration.ofDays(366));

  private final Replay account = new Replay();

  @Test
  @DisplayName("TRI-4 a grant is there to be spent: 1,000 PU posted, none held")
  void grantIsPosted() {
    grant("trial", 10_000, TRIAL_END);

    assertThat(account.balances()).isEqualTo(new Balances(10_000, 0));
  }

  @Test
  @DisplayName("PU-4 a grant that is repeated is granted once")
  void grantIsOnce() {
    grant("trial", 10_000, TRIAL_END);

    grant("trial", 10_000, TRIAL_END);

    assertThat(account.balances()).isEqualTo(new Balances(10_000, 0));
    assertThat(account.journal()).hasSize(1);
  }

  @Test
  @DisplayName("PU-3 a hold reserves: available = posted − held")
  void holdReserves() {
    grant("trial", 10_000, TRIAL_END);

    LedgerOutcome outcome = hold("m1", 145);

    assertThat(outcome).isInstanceOf(LedgerOutcome.Held.class);
    assertThat(account.balances()).isEqualTo(new Balances(10_000, 145));
    assertThat(account.balances().availableTenths()).isEqualTo(9_855);
  }

  @Test
  @DisplayName("PU-3 a hold of all that is available is held, one tenth more is refused")
  void availableIsTheLimit() {
    grant("trial", 145, TRIAL_END);

    assertThat(hold("one-more", 146)).isInstanceOf(LedgerOutcome.Insufficient.class);
    assertThat(hold("all", 145)).isInstanceOf(LedgerOutcome.Held.class);
    assertThat(hold("then-none", 1)).isInstanceOf(LedgerOutcome.Insufficient.class);
    assertThat(account.balances().availableTenths()).isZero();
  }

  @Test
  @DisplayName("PU-4 a refusal is an answer too: the id keeps it even when points have come since")
  void refusalIsRemembered() {
    grant("trial", 100, TRIAL_END);
    LedgerOutcome first = hold("m1", 101);
    grant("more", 100, TRIAL_END);

    LedgerOutcome again = hold("m1", 101);

    assertThat(again).isEqualTo(first);
    assertThat(hold("m2", 101)).isInstanceOf(LedgerOutcome.Held.class);
  }

  @Test
  @DisplayName("PU-4 same id + same content = the same answer, and nothing is held twice")
  void sameContentSameAnswer() {
    grant("trial", 1_000, TRIAL_END);
    LedgerOutcome first = hold("m1", 100);

    LedgerOutcome again = hold("m1", 100);

    assertThat(again).isEqualTo(first);
    assertThat(account.balances()).isEqualTo(new Balances(1_000, 100));
  }

  @Test
  @DisplayName("PU-4 same id + other content = refused, and nothing changes")
  void otherContentIsRefused() {
    grant("trial", 1_000, TRIAL_END);
    hold("m1", 100);

    LedgerOutcome otherAmount = hold("m1", 101);
    LedgerOutcome otherReason = account.decide(new PlaceHold("m1", 100, "another", START));

    assertThat(otherAmount).isInstanceOf(LedgerOutcome.Conflict.class);
    assertThat(otherReason).isInstanceOf(LedgerOutcome.Conflict.class);
    assertThat(account.balances()).isEqualTo(new Balances(1_000, 100));
  }

  @Test
  @DisplayName("PU-3 a capture takes at most what was held and releases the rest")
  void captureReleasesTheRest() {
    grant("trial", 1_000, TRIAL_END);
    hold("m1", 100);

    capture("m1", 70);

    assertThat(account.balances()).isEqualTo(new Balances(930, 0));
    assertThat(account.journal())
        .extracting(Movement::kind)
        .containsExactly(
            MovementKind.GRANT, MovementKind.HOLD, MovementKind.CAPTURE, MovementKind.RELEASE);
  }

  @Test
  @DisplayName("PU-3 a capture of exactly what was held; one tenth above is refused, the hold open")
  void captureAtMostWhatWasHeld() {
    grant("trial", 1_000, TRIAL_END);
    hold("m1", 100);

    assertThat(capture("m1", 101)).isInstanceOf(LedgerOutcome.CaptureExceedsHold.class);
    assertThat(account.hold("m1").fate()).isEqualTo(new Fate.Open());
    assertThat(capture("m1", 100)).isInstanceOf(LedgerOutcome.Settled.class);
    assertThat(account.balances()).isEqualTo(new Balances(900, 0));
  }

  @Test
  @DisplayName("PU-3 a release gives back")
  void releaseGivesBack() {
    grant("trial", 1_000, TRIAL_END);
    hold("m1", 100);

    release("m1");

    assertThat(account.balances()).isEqualTo(new Balances(1_000, 0));
  }

  @Test
  @DisplayName("PU-3 each hold ends exactly once: repeats answer the same, other ends are refused")
  void endsOnce() {
    grant("trial", 1_000, TRIAL_END);
    hold("taken", 100);
    hold("returned", 100);
    LedgerOutcome captured = capture("taken", 60);
    LedgerOutcome released = release("returned");

    assertThat(capture("taken", 60)).isEqualTo(captured);
    assertThat(release("returned")).isEqualTo(released);
    assertThat(capture("taken", 61)).isInstanceOf(LedgerOutcome.AlreadyEnded.class);
    assertThat(release("taken")).isInstanceOf(LedgerOutcome.AlreadyEnded.class);
    assertThat(capture("returned", 60)).isInstanceOf(LedgerOutcome.AlreadyEnded.class);
    assertThat(account.balances()).isEqualTo(new Balances(940, 0));
  }

  @Test
  @DisplayName("PU-3 an unknown hold and a refused one cannot be captured or released")
  void unknownHold() {
    hold("refused", 1);

    assertThat(capture("refused", 1)).isInstanceOf(LedgerOutcome.UnknownHold.class);
    assertThat(release("never")).isInstanceOf(LedgerOutcome.UnknownHold.class);
  }

  @Test
  @DisplayName("PU-3 a hold expires on its own after 72 h: a moment before it is captured")
  void capturedJustBeforeItExpires() {
    purchase("bought", 1_000);
    hold("m1", 100);

    Instant lastMoment = START.plus(Duration.ofHours(72)).minusNanos(1);
    LedgerOutcome outcome = account.decide(new CaptureHold("m1", 100, lastMoment));

    assertThat(outcome).isInstanceOf(LedgerOutcome.Settled.class);
    assertThat(account.balances()).isEqualTo(new Balances(900, 0));
  }

  @Test
  @DisplayName("PU-3 a hold expires on its own after 72 h: at that instant a capture is too late")
  void expiredAfter72Hours() {
    purchase("bought", 1_000);
    hold("m1", 100);

    Instant due = START.plus(Duration.ofHours(72));
    LedgerOutcome outcome = account.decide(new CaptureHold("m1", 100, due));

    assertThat(outcome).isInstanceOf(LedgerOutcome.AlreadyEnded.class);
    assertThat(account.hold("m1").fate()).isEqualTo(new Fate.Expired(due));
    assertThat(account.balances()).isEqualTo(new Balances(1_000, 0));
  }

  @Test
  @DisplayName("PU-2 promotional first, then earliest-expiring")
  void drawOrder() {
    add("late", PointLot.Kind.PURCHASED, 100, YEAR_END);
    add("early", PointLot.Kind.PURCHASED, 100, TRIAL_END.plusSeconds(1));
    add("promotional", PointLot.Kind.PROMOTIONAL, 100, YEAR_END.plusSeconds(1));

    hold("m1", 250);

    assertThat(account.hold("m1").shares())
        .containsExactly(
            new LotShare("promotional", 100), new LotShare("early", 100), new LotShare("late", 50));
  }

  @Test
  @DisplayName("PU-2 a capture takes the hold's promotional points and gives purchased ones back")
  void captureTakesInDrawOrder() {
    purchase("bought", 100);
    grant("trial", 100, TRIAL_END);
    hold("m1", 150);

    capture("m1", 120);

    assertThat(account.lot("trial").availableTenths()).isZero();
    assertThat(account.lot("bought").availableTenths()).isEqualTo(80);
  }

  @Test
  @DisplayName("TRI-4 a grant is spendable a moment before the trial's end and gone at it")
  void grantIsGoneAtItsEnd() {
    grant("trial", 10_000, TRIAL_END);

    assertThat(account.state().balancesAt(TRIAL_END.minusNanos(1)))
        .isEqualTo(new Balances(10_000, 0));
    assertThat(account.state().balancesAt(TRIAL_END)).isEqualTo(new Balances(0, 0));
    assertThat(account.decide(new PlaceHold("m1", 1, "sms", TRIAL_END)))
        .isInstanceOf(LedgerOutcome.Insufficient.class);
  }

  @Test
  @DisplayName("TRI-4 the rest expires once, whoever finds it first")
  void expiresOnce() {
    grant("trial", 10_000, TRIAL_END);
    account.decide(new EndLot("trial", TRIAL_END));

    account.decide(new ExpireDue(TRIAL_END));
    account.decide(new EndLot("trial", TRIAL_END));

    assertThat(account.journalled(Account.EXPIRED)).isEqualTo(10_000);
    assertThat(account.balances()).isEqualTo(new Balances(0, 0));
  }

  @Test
  @DisplayName("PU-2 what is held of an expired lot stays capturable until the hold ends")
  void heldSurvivesExpiry() {
    grant("trial", 1_000, TRIAL_END);
    account.decide(new PlaceHold("m1", 100, "sms", TRIAL_END.minusSeconds(1)));

    account.decide(new ExpireDue(TRIAL_END));
    LedgerOutcome outcome = account.decide(new CaptureHold("m1", 100, TRIAL_END.plusSeconds(1)));

    assertThat(outcome).isInstanceOf(LedgerOutcome.Settled.class);
    assertThat(account.journalled(Account.CONSUMED)).isEqualTo(100);
    assertThat(account.journalled(Account.EXPIRED)).isEqualTo(900);
  }

  @Test
  @DisplayName("PU-2 what is released of an expired lot is gone at once")
  void releasedOfAnExpiredLotIsGone() {
    grant("trial", 1_000, TRIAL_END);
    account.decide(new PlaceHold("m1", 100, "sms", TRIAL_END.minusSeconds(1)));

    account.decide(new CaptureHold("m1", 30, TRIAL_END.plusSeconds(1)));

    assertThat(account.balances()).isEqualTo(new Balances(0, 0));
    assertThat(account.journalled(Account.EXPIRED)).isEqualTo(970);
  }

  @Test
  @DisplayName("PU-1 a movement sums to zero whatever it moves, and moves something somewhere")
  void movementsSumToZero() {
    List<LotShare> shares = List.of(new LotShare("trial", 145), new LotShare("bought", 55));

    Movement movement =
        new Movement(MovementKind.HOLD, "m1", START, Account.AVAILABLE, Account.HELD, shares);

    assertThat(movement.entries().stream().mapToLong(Entry::deltaTenths).sum()).isZero();
    assertThat(movement.entries()).hasSize(4);
    assertThatThrownBy(() -> between(Account.HELD, Account.HELD, shares))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> between(Account.AVAILABLE, Account.HELD, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Movement between(Account from, Account to, List<LotShare> shares) {
    return new Movement(MovementKind.ADJUSTMENT, "x", START, from, to, shares);
  }

  private void grant(String lot, long tenths, Instant expiresAt) {
    add(lot, PointLot.Kind.PROMOTIONAL, tenths, expiresAt);
  }

  private void purchase(String lot, long tenths) {
    add(lot, PointLot.Kind.PURCHASED, tenths, YEAR_END);
  }

  private void add(String lot, PointLot.Kind kind, long tenths, Instant expiresAt) {
    assertThat(account.decide(new AddLot(lot, kind, tenths, expiresAt, START)))
        .isEqualTo(new LedgerOutcome.Done());
  }

  private LedgerOutcome hold(String id, long tenths) {
    return account.decide(new PlaceHold(id, tenths, "sms", START));
  }

  private LedgerOutcome capture(String id, long tenths) {
    return account.decide(new CaptureHold(id, tenths, START.plusSeconds(60)));
  }

  private LedgerOutcome release(String id) {
    return account.decide(new ReleaseHold(id, START.plusSeconds(60)));
  }
}
