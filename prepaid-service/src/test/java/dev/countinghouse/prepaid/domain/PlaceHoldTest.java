package dev.countinghouse.prepaid.domain;

import static dev.countinghouse.prepaid.domain.PlayedAccount.START;
import static dev.countinghouse.prepaid.domain.PlayedAccount.TRIAL_END;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.LedgerCommand.PlaceHold;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlaceHoldTest {

  private final PlayedAccount account = new PlayedAccount();

  @Test
  @DisplayName("PU-3 a hold reserves: available = posted − held")
  void holdReserves() {
    account.grant("trial", 10_000, TRIAL_END);

    LedgerOutcome outcome = account.hold("m1", 145);

    assertThat(outcome).isInstanceOf(LedgerOutcome.Held.class);
    assertThat(account.balances()).isEqualTo(new Balances(10_000, 145));
    assertThat(account.balances().availableTenths()).isEqualTo(9_855);
  }

  @Test
  @DisplayName("PU-3 a hold of all that is available is held, one tenth more is refused")
  void availableIsTheLimit() {
    account.grant("trial", 145, TRIAL_END);

    assertThat(account.hold("one-more", 146)).isInstanceOf(LedgerOutcome.Insufficient.class);
    assertThat(account.hold("all", 145)).isInstanceOf(LedgerOutcome.Held.class);
    assertThat(account.hold("then-none", 1)).isInstanceOf(LedgerOutcome.Insufficient.class);
    assertThat(account.balances().availableTenths()).isZero();
  }

  @Test
  @DisplayName("PU-4 a refusal is an answer too: the id keeps it even when points have come since")
  void refusalIsRemembered() {
    account.grant("trial", 100, TRIAL_END);
    LedgerOutcome first = account.hold("m1", 101);
    account.grant("more", 100, TRIAL_END);

    LedgerOutcome again = account.hold("m1", 101);

    assertThat(again).isEqualTo(first);
    assertThat(account.hold("m2", 101)).isInstanceOf(LedgerOutcome.Held.class);
  }

  @Test
  @DisplayName("PU-4 same id + same content = the same answer, and nothing is held twice")
  void sameContentSameAnswer() {
    account.grant("trial", 1_000, TRIAL_END);
    LedgerOutcome first = account.hold("m1", 100);

    LedgerOutcome again = account.hold("m1", 100);

    assertThat(again).isEqualTo(first);
    assertThat(account.balances()).isEqualTo(new Balances(1_000, 100));
  }

  @Test
  @DisplayName("PU-4 same id + other content = refused, and nothing changes")
  void otherContentIsRefused() {
    account.grant("trial", 1_000, TRIAL_END);
    account.hold("m1", 100);

    LedgerOutcome otherAmount = account.hold("m1", 101);
    LedgerOutcome otherReason = account.decide(new PlaceHold("m1", 100, "another", START));

    assertThat(otherAmount).isInstanceOf(LedgerOutcome.Conflict.class);
    assertThat(otherReason).isInstanceOf(LedgerOutcome.Conflict.class);
    assertThat(account.balances()).isEqualTo(new Balances(1_000, 100));
  }
}
