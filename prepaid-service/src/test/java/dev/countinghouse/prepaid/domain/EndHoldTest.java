package dev.countinghouse.prepaid.domain;

import static dev.countinghouse.prepaid.domain.PlayedAccount.START;
import static dev.countinghouse.prepaid.domain.PlayedAccount.TRIAL_END;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.Hold.Fate;
import dev.countinghouse.prepaid.domain.LedgerCommand.CaptureHold;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndHoldTest {

  private final PlayedAccount account = new PlayedAccount();

  @Test
  @DisplayName("PU-3 a capture takes at most what was held and releases the rest")
  void captureReleasesTheRest() {
    account.grant("trial", 1_000, TRIAL_END);
    account.hold("m1", 100);

    account.capture("m1", 70);

    assertThat(account.balances()).isEqualTo(new Balances(930, 0));
    assertThat(account.journal())
        .extracting(Movement::kind)
        .containsExactly(
            MovementKind.GRANT, MovementKind.HOLD, MovementKind.CAPTURE, MovementKind.RELEASE);
  }

  @Test
  @DisplayName("PU-3 a capture of exactly what was held; one tenth above is refused, the hold open")
  void captureAtMostWhatWasHeld() {
    account.grant("trial", 1_000, TRIAL_END);
    account.hold("m1", 100);

    assertThat(account.capture("m1", 101)).isInstanceOf(LedgerOutcome.CaptureExceedsHold.class);
    assertThat(account.hold("m1").fate()).isEqualTo(new Fate.Open());
    assertThat(account.capture("m1", 100)).isInstanceOf(LedgerOutcome.Settled.class);
    assertThat(account.balances()).isEqualTo(new Balances(900, 0));
  }

  @Test
  @DisplayName("PU-3 a release gives back")
  void releaseGivesBack() {
    account.grant("trial", 1_000, TRIAL_END);
    account.hold("m1", 100);

    account.release("m1");

    assertThat(account.balances()).isEqualTo(new Balances(1_000, 0));
  }

  @Test
  @DisplayName("PU-3 each hold ends exactly once: repeats answer the same, other ends are refused")
  void endsOnce() {
    account.grant("trial", 1_000, TRIAL_END);
    account.hold("taken", 100);
    account.hold("returned", 100);
    LedgerOutcome captured = account.capture("taken", 60);
    LedgerOutcome released = account.release("returned");

    assertThat(account.capture("taken", 60)).isEqualTo(captured);
    assertThat(account.release("returned")).isEqualTo(released);
    assertThat(account.capture("taken", 61)).isInstanceOf(LedgerOutcome.AlreadyEnded.class);
    assertThat(account.release("taken")).isInstanceOf(LedgerOutcome.AlreadyEnded.class);
    assertThat(account.capture("returned", 60)).isInstanceOf(LedgerOutcome.AlreadyEnded.class);
    assertThat(account.balances()).isEqualTo(new Balances(940, 0));
  }

  @Test
  @DisplayName("PU-3 an unknown hold and a refused one cannot be captured or released")
  void unknownHold() {
    account.hold("refused", 1);

    assertThat(account.capture("refused", 1)).isInstanceOf(LedgerOutcome.UnknownHold.class);
    assertThat(account.release("never")).isInstanceOf(LedgerOutcome.UnknownHold.class);
  }

  @Test
  @DisplayName("PU-3 a hold expires on its own after 72 h: a moment before it is captured")
  void capturedJustBeforeItExpires() {
    account.purchase("bought", 1_000);
    account.hold("m1", 100);

    Instant lastMoment = START.plus(Duration.ofHours(72)).minusNanos(1);
    LedgerOutcome outcome = account.decide(new CaptureHold("m1", 100, lastMoment));

    assertThat(outcome).isInstanceOf(LedgerOutcome.Settled.class);
    assertThat(account.balances()).isEqualTo(new Balances(900, 0));
  }

  @Test
  @DisplayName("PU-3 a hold expires on its own after 72 h: at that instant a capture is too late")
  void expiredAfter72Hours() {
    account.purchase("bought", 1_000);
    account.hold("m1", 100);

    Instant due = START.plus(Duration.ofHours(72));
    LedgerOutcome outcome = account.decide(new CaptureHold("m1", 100, due));

    assertThat(outcome).isInstanceOf(LedgerOutcome.AlreadyEnded.class);
    assertThat(account.hold("m1").fate()).isEqualTo(new Fate.Expired(due));
    assertThat(account.balances()).isEqualTo(new Balances(1_000, 0));
  }

  @Test
  @DisplayName("PU-2 a capture takes the hold's promotional points and gives purchased ones back")
  void captureTakesInDrawOrder() {
    account.purchase("bought", 100);
    account.grant("trial", 100, TRIAL_END);
    account.hold("m1", 150);

    account.capture("m1", 120);

    assertThat(account.lot("trial").availableTenths()).isZero();
    assertThat(account.lot("bought").availableTenths()).isEqualTo(80);
  }
}
