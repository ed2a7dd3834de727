package dev.countinghouse.prepaid.proof;

import static dev.countinghouse.prepaid.proof.ProofScene.START;
import static dev.countinghouse.prepaid.proof.ProofScene.TRIAL_BALANCE;
import static dev.countinghouse.prepaid.proof.ProofScene.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.domain.LedgerCommand;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class LedgerProofTest {

  @Inject ProofScene scene;
  @Inject CheckLedger check;
  @Inject MeterRegistry registry;
  @Inject Tokens tokens;

  @Test
  @DisplayName("PU-1 the trial balance sums to zero, over the ledger and in every channel")
  void trialBalance() {
    String channel = scene.played();

    Map<String, Object> line = scene.line(channel);

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
    String channel = scene.played();

    tokens.ownerOf(channel).get(TRIAL_BALANCE).then().statusCode(403);
    tokens.ownerOf(channel).post("/v1/channels/" + channel + "/pu/rebuild").then().statusCode(403);
    tokens.operator().get(TRIAL_BALANCE + "?limit=0").then().statusCode(400);
  }

  @Test
  @DisplayName(
      "PU-1 a balance that drifts is found, told by the metric and rebuilt from the journal")
  void driftIsFoundAndRepaired() {
    String channel = scene.played();
    scene.sql(
        "update pu_account set posted_tenths = posted_tenths + 1 where channel_id = $1", channel);
    scene.sql(
        "update pu_lot set available_tenths = 7, held_tenths = 0 where channel_id = $1", channel);
    assertThat(scene.line(channel)).containsEntry("differs", true);
    assertThat(differencesAfterRound()).isEqualTo(1);

    JsonPath repaired = scene.rebuild(channel);

    assertThat(repaired.getBoolean("repaired")).isTrue();
    assertThat(repaired.getString("before.posted")).isEqualTo("80.1");
    assertThat(repaired.getInt("before.differingLots")).isEqualTo(1);
    assertThat(repaired.getString("after.posted")).isEqualTo("80");
    assertThat(repaired.getBoolean("after.differs")).isFalse();
    assertThat(scene.line(channel)).containsEntry("differs", false);
    assertThat(scene.rebuild(channel).getBoolean("repaired")).isFalse();
    assertThat(differencesAfterRound()).isZero();
  }

  @Test
  @DisplayName("the journal as text/csv: all of it, oldest first, in pages that fit memory")
  void journalAsCsv() {
    String channel = scene.played();
    List<LedgerCommand> holds = new ArrayList<>();
    for (int hold = 0; hold < 600; hold++) {
      holds.add(new LedgerCommand.PlaceHold("a, \"quoted\" id " + hold, 1, "sms", START));
      holds.add(new LedgerCommand.ReleaseHold("a, \"quoted\" id " + hold, START));
    }
    scene.decide(channel, holds);

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

  /** There are fewer accounts than a page has, so that each call is a whole round. */
  private double differencesAfterRound() {
    await(check.checkPage().replaceWith(true));
    await(check.checkPage().replaceWith(true));
    return registry.get("countinghouse.ledger.differences").gauge().value();
  }
}
