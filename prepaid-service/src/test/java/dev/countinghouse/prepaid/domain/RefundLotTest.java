package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.LedgerCommand.AddLot;
import dev.countinghouse.prepaid.domain.LedgerCommand.CaptureHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.PlaceHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.RefundLot;
import dev.countinghouse.prepaid.domain.LedgerCommand.ReleaseHold;
import dev.countinghouse.prepaid.domain.LedgerCommand.RestoreLot;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefundLotTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  private final Replay account = new Replay();

  @BeforeEach
  void buy() {
    account.decide(
        new AddLot("lot", PointLot.Kind.PURCHASED, 10_000, NOW.plus(Duration.ofDays(365)), NOW));
  }

  @Test
  @DisplayName("PRE-15 PU-1 a lot that is whole goes back whole, by a movement `refund`")
  void whole() {
    assertThat(refund("lot")).isInstanceOf(LedgerOutcome.Done.class);

    assertThat(account.balances()).isEqualTo(new Balances(0, 0));
    assertThat(account.journalled(Account.REFUNDED)).isEqualTo(10_000);
    assertThat(account.journal().getLast().kind()).isEqualTo(MovementKind.REFUND);
  }

  @Test
  @DisplayName("PRE-15 a tenth that is held or spent: no refund, and nothing changes")
  void touched() {
    account.decide(new PlaceHold("m1", 1, "sms", NOW));
    assertThat(refund("lot")).isInstanceOf(LedgerOutcome.LotTouched.class);

    account.decide(new CaptureHold("m1", 1, LATER));

    assertThat(refund("lot")).isInstanceOf(LedgerOutcome.LotTouched.class);
    assertThat(account.balances()).isEqualTo(new Balances(9_999, 0));
  }

  @Test
  @DisplayName("PRE-15 what was held and given back was not deducted")
  void givenBack() {
    account.decide(new PlaceHold("m1", 1, "sms", NOW));
    account.decide(new ReleaseHold("m1", NOW));

    assertThat(refund("lot")).isInstanceOf(LedgerOutcome.Done.class);
  }

  @Test
  @DisplayName("PRE-15 PU-4 a second refund, or one of an unknown lot, changes nothing")
  void once() {
    refund("lot");

    assertThat(refund("lot")).isInstanceOf(LedgerOutcome.LotTouched.class);
    assertThat(refund("other")).isInstanceOf(LedgerOutcome.LotTouched.class);
    assertThat(account.journalled(Account.REFUNDED)).isEqualTo(10_000);
  }

  @Test
  @DisplayName("PU-1 a refund that was not paid back is undone by a movement of its own")
  void restored() {
    refund("lot");

    account.decide(new RestoreLot("lot", LATER));

    assertThat(account.balances()).isEqualTo(new Balances(10_000, 0));
    assertThat(account.journalled(Account.REFUNDED)).isZero();
    assertThat(account.journal().getLast().kind()).isEqualTo(MovementKind.ADJUSTMENT);
  }

  private LedgerOutcome refund(String lot) {
    return account.decide(new RefundLot(lot, LATER));
  }
}
