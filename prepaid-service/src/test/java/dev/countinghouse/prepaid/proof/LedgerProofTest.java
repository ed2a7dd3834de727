package dev.countinghouse.prepaid.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import dev.countinghouse.prepaid.domain.PointLot;
import dev.countinghouse.prepaid.pu.DecideOnAccount;
import dev.countinghouse.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class LedgerProofTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final String TRIAL_BALANCE = "/v1/pu/trial-balance";

  @Inject Transactions transactions;
  @Inject DecideOnAccount account;
  @Inject CheckLedger check;
  @Inject MeterRegistry registry;
  @Inject SeededChannels channels;
  @Inject Tokens tokens;

  @Test
  @DisplayName("PU-1 the trial balance sums to zero, over the ledger and in every channel")
  void trialBalance() {
    String channel = played();

    Map<String, Object> line = line(channel);

    assertThat(line).containsEntry("sum", "0").containsEntry("differs", false);
    assertThat(line).containsEntry("posted", "80").containsEntry("held", "14.5");
    assertThat(line.get("accounts"))
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.map(String.class, String.class))
        .containsEntry("purchased", "-100")
        .containsEntry("consumed", "20")
        .containsEntry("available", "65.5")
        .containsEntry("held", "14.5");
    tokens
        .operator()
        .get(TRIAL_BALANCE)
        .then()
        .statusCode(200)
        .body("totals.sum", equalTo("0"))
        .body("totals.differs", equalTo(false));
  }

  @Test
  @DisplayName("SYS-3 only operators see the trial balance and rebuild")
  void operatorsOnly() {
    String channel = played();

    tokens.ownerOf(channel).get(TRIAL_BALANCE).then().statusCode(403);
    tokens.ownerOf(channel).post("/v1/channels/" + channel + "/pu/rebuild").then().statusCode(403);
    tokens.operator().get(TRIAL_BALANCE + "?limit=0").then().statusCode(400);
  }

  @Test
  @DisplayName(
      "PU-1 a balance that drifts is found, told by the metric and rebuilt from the journal")
  void driftIsFoundAndRepaired() {
    String channel = played();
    sql("update pu_account set posted_tenths = posted_tenths + 1 where channel_id = $1", channel);
    sql("update pu_lot set available_tenths = 7, held_tenths = 0 where channel_id = $1", channel);
    assertThat(line(channel)).containsEntry("differs", true);
    assertThat(differencesAfterRound()).isEqualTo(1);

    JsonPath repaired = rebuild(channel);

    assertThat(repaired.getBoolean("repaired")).isTrue();
    assertThat(repaired.getString("before.posted")).isEqualTo("80.1");
    assertThat(repaired.getInt("before.differingLots")).isEqualTo(1);
    assertThat(repaired.getString("after.posted")).isEqualTo("80");
    assertThat(repaired.getBoolean("after.differs")).isFalse();
    assertThat(line(channel)).containsEntry("differs", false);
    assertThat(rebuild(channel).getBoolean("repaired")).isFalse();
    assertThat(differencesAfterRound()).isZero();
  }

  @Test
  @DisplayName("the journal as text/csv: all of it, oldest first, in pages that fit memory")
  void journalAsCsv() {
    String channel = played();
    List<LedgerCommand> holds = new ArrayList<>();
    for (int hold = 0; hold < 600; hold++) {
      holds.add(new LedgerCommand.PlaceHold("a, \"quoted\" id " + hold, 1, "sms", START));
      holds.add(new LedgerCommand.ReleaseHold("a, \"quoted\" id " + hold, START));
    }
    decide(channel, holds);

    String csv =
        tokens
            .agentOf(channel)
            .accept("text/csv")
            .get("/v1/channels/" + channel + "/pu/entries")
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("text/csv"))
            .header("Content-Disposition", startsWith("attachment"))
            .extract()
            .asString();

    List<String> lines = csv.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("entry,movement,kind,account,lot,units,reference,at");
    assertThat(lines.get(1))
        .isEqualTo("1,1,purchase,purchased,\"bought\",-100,\"bought\",2024-02-20T01:00:00Z");
    assertThat(lines).hasSize(1 + 2 * (5 + 1_200));
    assertThat(lines.getLast()).contains("\"a, \"\"quoted\"\" id 599\"");
  }

  @Test
  @DisplayName("SYS-5 what fails before the first line of the CSV is a problem document")
  void noCsvOfAnUnknownChannel() {
    // Nobody answers for subscription-service here, who would be asked for the channel.
    tokens
        .operator()
        .accept("text/csv")
        .get("/v1/channels/ch_01890a5dac96774bbcceb302099a8057/pu/entries")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("code", equalTo("service.unavailable"));
  }

  /** 100 bought, 20 of 30 captured, 14.5 held. */
  private String played() {
    String channel = channels.sandboxAt(START);
    Instant end = START.plus(Duration.ofDays(365));
    decide(
        channel,
        List.of(
            new LedgerCommand.AddLot("bought", PointLot.Kind.PURCHASED, 1_000, end, START),
            new LedgerCommand.PlaceHold("m1", 300, "sms", START),
            new LedgerCommand.CaptureHold("m1", 200, START),
            new LedgerCommand.PlaceHold("m2", 145, "sms", START)));
    return channel;
  }

  private void decide(String channel, List<LedgerCommand> commands) {
    await(transactions.run(t -> account.decide(t, channel, commands)));
  }

  private void sql(String statement, String channel) {
    await(transactions.run(t -> t.update(statement, channel)));
  }

  private Map<String, Object> line(String channel) {
    @Nullable String cursor = null;
    do {
      String page = cursor == null ? "" : "&cursor=" + cursor;
      JsonPath answer =
          tokens
              .operator()
              .get(TRIAL_BALANCE + "?limit=3" + page)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      List<Map<String, Object>> items = answer.getList("items");
      for (Map<String, Object> item : items) {
        if (channel.equals(item.get("channel"))) {
          return item;
        }
      }
      cursor = answer.getString("next");
    } while (cursor != null);
    throw new AssertionError("no page has " + channel);
  }

  private JsonPath rebuild(String channel) {
    return tokens
        .operator()
        .contentType(ContentType.JSON)
        .post("/v1/channels/" + channel + "/pu/rebuild")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** There are fewer accounts than a page has, so that each call is a whole round. */
  private double differencesAfterRound() {
    await(check.checkPage().replaceWith(true));
    await(check.checkPage().replaceWith(true));
    return registry.get("countinghouse.ledger.differences").gauge().value();
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(30));
  }
}
