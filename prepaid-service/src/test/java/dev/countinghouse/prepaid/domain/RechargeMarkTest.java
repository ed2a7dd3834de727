package dev.countinghouse.prepaid.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RechargeMarkTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(365));
  private static final RechargeMark MARK = new RechargeMark(400);

  @ParameterizedTest
  @CsvSource({"599, false", "600, true", "601, true", "1000, true", "1001, false"})
  @DisplayName("PU-5 of 1,000 with the threshold at 400: a hold of 599 does not reach it, 600 does")
  void fallsToOrBelow(long held, boolean reached) {
    Decided decided = Ledger.decide(account(1_000), List.of(hold(held)));

    assertThat(MARK.isReached(account(1_000), decided)).isEqualTo(reached);
  }

  @Test
  @DisplayName("PU-5 what does not fall does not buy: a release below the threshold")
  void risesBelow() {
    List<LotShare> shares = List.of(new LotShare("bought", 100));
    Hold open = new Hold("m1", 100, "sms", START, END, shares, new Hold.Fate.Open());
    PointLot lot = new PointLot("bought", PointLot.Kind.PURCHASED, 1_000, 200, 100, END);
    AccountState state = new AccountState(List.of(lot), List.of(open));

    Decided decided = Ledger.decide(state, List.of(new LedgerCommand.ReleaseHold("m1", START)));

    assertThat(MARK.isReached(state, decided)).isFalse();
  }

  @Test
  @DisplayName("PU-5 who asks for more than is left below the threshold needs more")
  void tooLittle() {
    Decided decided = Ledger.decide(account(300), List.of(hold(301)));

    assertThat(MARK.isReached(account(300), decided)).isTrue();
  }

  @Test
  @DisplayName("PU-5 points that expire fall too")
  void expires() {
    List<LedgerCommand> due = List.of(new LedgerCommand.ExpireDue(END));

    assertThat(MARK.isReached(account(1_000), Ledger.decide(account(1_000), due))).isTrue();
  }

  private static AccountState account(long tenths) {
    PointLot lot = new PointLot("bought", PointLot.Kind.PURCHASED, tenths, tenths, 0, END);
    return new AccountState(List.of(lot), List.of());
  }

  private static LedgerCommand hold(long tenths) {
    return new LedgerCommand.PlaceHold("m1", tenths, "sms", START);
  }
}
