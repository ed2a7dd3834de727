package dev.countinghouse.prepaid.domain;

import static dev.countinghouse.prepaid.domain.PlayedAccount.TRIAL_END;
import static dev.countinghouse.prepaid.domain.PlayedAccount.YEAR_END;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.LedgerCommand.CaptureHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.EndLot;
import dev.countinghouse.prepaid.domain.LedgerCommand.ExpireDue;
import dev.countinghouse.prepaid.domain.LedgerCommand.PlaceHold;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PointLotTest {

  private final PlayedAccount account = new PlayedAccount();

  @Test
  @DisplayName("TRI-4 a grant is there to be spent: 1,000 PU posted, none held")
  void grantIsPosted() {
    account.grant("trial", 10_000, TRIAL_END);

    assertThat(account.balances()).isEqualTo(new Balances(10_000, 0));
  }

  @Test
  @DisplayName("PU-4 a grant that is repeated is granted once")
  void grantIsOnce() {
    account.grant("trial", 10_000, TRIAL_END);

    account.grant("trial", 10_000, TRIAL_END);

    assertThat(account.balances()).isEqualTo(new Balances(10_000, 0));
    assertThat(account.journal()).hasSize(1);
  }

  @Test
  @DisplayName("PU-2 promotional first, then earliest-expiring")
  void drawOrder() {
    account.add("late", PointLot.Kind.PURCHASED, 100, YEAR_END);
    account.add("early", PointLot.Kind.PURCHASED, 100, TRIAL_END.plusSeconds(1));
    account.add("promotional", PointLot.Kind.PROMOTIONAL, 100, YEAR_END.plusSeconds(1));

    account.hold("m1", 250);

    assertThat(account.hold("m1").shares())
        .containsExactly(
            new LotShare("promotional", 100), new LotShare("early", 100), new LotShare("late", 50));
  }

  @Test
  @DisplayName("TRI-4 a grant is spendable a moment before the trial's end and gone at it")
  void grantIsGoneAtItsEnd() {
    account.grant("trial", 10_000, TRIAL_END);

    assertThat(account.state().balancesAt(TRIAL_END.minusNanos(1)))
        .isEqualTo(new Balances(10_000, 0));
    assertThat(account.state().balancesAt(TRIAL_END)).isEqualTo(new Balances(0, 0));
    assertThat(account.decide(new PlaceHold("m1", 1, "sms", TRIAL_END)))
        .isInstanceOf(LedgerOutcome.Insufficient.class);
  }

  @Test
  @DisplayName("TRI-4 the rest expires once, whoever finds it first")
  void expiresOnce() {
    account.grant("trial", 10_000, TRIAL_END);
    account.decide(new EndLot("trial", TRIAL_END));

    account.decide(new ExpireDue(TRIAL_END));
    account.decide(new EndLot("trial", TRIAL_END));

    assertThat(account.journalled(Account.EXPIRED)).isEqualTo(10_000);
    assertThat(account.balances()).isEqualTo(new Balances(0, 0));
  }

  @Test
  @DisplayName("PU-2 what is held of an expired lot stays capturable until the hold ends")
  void heldSurvivesExpiry() {
    account.grant("trial", 1_000, TRIAL_END);
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
    account.grant("trial", 1_000, TRIAL_END);
    account.decide(new PlaceHold("m1", 100, "sms", TRIAL_END.minusSeconds(1)));

    account.decide(new CaptureHold("m1", 30, TRIAL_END.plusSeconds(1)));

    assertThat(account.balances()).isEqualTo(new Balances(0, 0));
    assertThat(account.journalled(Account.EXPIRED)).isEqualTo(970);
  }
}
