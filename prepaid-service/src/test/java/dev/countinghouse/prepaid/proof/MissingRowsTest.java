package dev.countinghouse.prepaid.proof;

import static dev.countinghouse.prepaid.proof.ProofScene.END;
import static dev.countinghouse.prepaid.proof.ProofScene.START;
import static dev.countinghouse.prepaid.proof.ProofScene.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.order.BoughtLots;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A missing row is a difference: found by whoever compares, and made again from the journal. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class MissingRowsTest {

  private static final String ACCOUNT =
      "select concat_ws(' ', posted_tenths, held_tenths, last_entry, sweep_due_at, recharge_at_tenths)"
          + " from pu_account where channel_id = $1";
  private static final String LOT =
      "select concat_ws(' ', lot, kind, granted_tenths, available_tenths, held_tenths, expires_at)"
          + " from pu_lot where channel_id = $1";
  private static final String ENTRIES =
      "select entry_no from pu_entry where channel_id = $1 order by 1";
  private static final String NO_ACCOUNT = "delete from pu_account where channel_id = $1";
  private static final String NO_LOT = "delete from pu_lot where channel_id = $1";
  private static final String NO_DUE_WORK = "delete from due_work where channel_id = $1";

  @Inject ProofScene scene;
  @Inject BoughtLots bought;
  @Inject CheckLedger check;
  @Inject Events events;
  @Inject MeterRegistry registry;
  @Inject PlayedClock clock;
  @Inject SeededChannels channels;

  @Test
  @DisplayName("PU-1 an account whose row is missing is found, and made again from the journal")
  void account() {
    String channel = scene.played();
    scene.sql(
        "insert into auto_recharge (channel_id, enabled, threshold_tenths, units)"
            + " values ($1, true, 100, 1000)",
        channel);
    scene.sql("update pu_account set recharge_at_tenths = 100 where channel_id = $1", channel);
    List<String> before = scene.rows(ACCOUNT, channel);
    scene.sql(NO_ACCOUNT, channel);
    assertThat(scene.line(channel))
        .containsEntry("differs", true)
        .containsEntry("uncountedEntries", 10);
    assertThat(scene.rebuilt(channel).getBoolean("equal")).isFalse();
    assertThat(differencesAfterRound()).isEqualTo(1);

    JsonPath repaired = scene.rebuild(channel);

    assertThat(repaired.getBoolean("repaired")).isTrue();
    assertThat(repaired.getString("before.posted")).isEqualTo("0");
    assertThat(repaired.getString("after.posted")).isEqualTo("80");
    assertThat(scene.rows(ACCOUNT, channel)).isEqualTo(before);
    assertEqualAgain(channel);
  }

  @Test
  @DisplayName("PU-1 an account without points whose row is missing is found, too")
  void emptyAccount() {
    String channel = scene.played();
    scene.decide(channel, List.of(new LedgerCommand.ExpireDue(END)));
    scene.sql(NO_ACCOUNT, channel);
    assertThat(scene.line(channel)).containsEntry("posted", "0").containsEntry("differs", true);

    assertThat(scene.rebuild(channel).getBoolean("repaired")).isTrue();

    assertEqualAgain(channel);
  }

  @Test
  @DisplayName(
      "PU-1 an account that is opened anew goes on with its journal's balances and numbers")
  void goesOn() {
    String channel = scene.played();
    long version = version(channel);
    scene.sql(NO_ACCOUNT, channel);

    scene.decide(channel, List.of(new LedgerCommand.CaptureHold("m2", 145, START)));

    assertThat(scene.rows(ENTRIES, channel)).hasSize(12).doesNotHaveDuplicates();
    assertThat(version(channel)).isGreaterThan(version + 1_000);
    assertEqualAgain(channel);
  }

  @Test
  @DisplayName("PU-1 a lot whose row is missing is found and made again; its end is its due work's")
  void lot() {
    String channel = scene.played();

    assertThat(assertRestored(channel)).endsWith("655 145 2025-02-19 01:00:00+00");
  }

  @Test
  @DisplayName(
      "PU-1 PU-2 a lot that was bought ends after its last valid day, as the purchase says")
  void boughtLot() {
    String channel = bought.channelOn("growth", START);
    bought.buy(channel, "pu", 1000, false);
    scene.sql(NO_DUE_WORK, channel);

    assertThat(assertRestored(channel)).endsWith("10000 0 2025-02-19 15:00:00+00");

    clock.advance(channel, Instant.parse("2025-02-19T15:00:00Z"));
    assertThat(scene.rebuilt(channel).getLong("stored.postedTenths")).isZero();
  }

  @Test
  @DisplayName("PU-1 TRI-4 a trial's lot ends when the trial did, not when it was to")
  void trialLot() {
    String channel = channels.sandboxAt(START);
    Instant planned = START.plus(Duration.ofDays(14));
    Instant ended = START.plus(Duration.ofDays(1));
    events.ofSubscription(
        channel,
        TrialStarted.TYPE,
        new TrialStarted(channel, "paid", List.of(), "mau-2023", 1, START, planned, 10_000));
    scene.decide(channel, List.of(new LedgerCommand.PlaceHold("m1", 100, "sms", START)));
    events.ofSubscription(channel, TrialEnded.TYPE, new TrialEnded(channel, ended, false));

    assertThat(assertRestored(channel))
        .startsWith("trial promotional 10000 0 100 2024-02-21 01:00:00+00");
  }

  @Test
  @DisplayName("PU-1 PU-2 a lot that has ended has ended when it is made again")
  void endedLot() {
    String channel = scene.played();
    clock.advance(channel, END);

    assertThat(assertRestored(channel)).endsWith("0 0 2025-02-19 01:00:00+00");
  }

  private long version(String channel) {
    String sql = "select version from pu_account where channel_id = $1";
    return Long.parseLong(scene.rows(sql, channel).getFirst());
  }

  private String assertRestored(String channel) {
    List<String> before = scene.rows(LOT, channel);
    scene.sql(NO_LOT, channel);
    assertThat(scene.rebuilt(channel).getLong("differingLots")).isEqualTo(1);
    assertThat(scene.line(channel)).containsEntry("differs", true);
    assertThat(differencesAfterRound()).isEqualTo(1);

    JsonPath repaired = scene.rebuild(channel);

    assertThat(repaired.getBoolean("repaired")).isTrue();
    assertThat(repaired.getBoolean("after.differs")).isFalse();
    assertThat(scene.rows(LOT, channel)).isEqualTo(before);
    assertEqualAgain(channel);
    return before.get(0);
  }

  private void assertEqualAgain(String channel) {
    assertThat(scene.line(channel)).containsEntry("differs", false);
    assertThat(scene.rebuilt(channel).getBoolean("equal")).isTrue();
    assertThat(scene.rebuild(channel).getBoolean("repaired")).isFalse();
    assertThat(differencesAfterRound()).isZero();
  }

  /** There are fewer accounts than a page has, so that each call is a whole round. */
  private double differencesAfterRound() {
    await(check.checkPage().replaceWith(true));
    await(check.checkPage().replaceWith(true));
    return registry.get("countinghouse.ledger.differences").gauge().value();
  }
}
