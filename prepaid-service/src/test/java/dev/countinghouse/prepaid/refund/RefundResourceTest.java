package dev.countinghouse.prepaid.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.countinghouse.contracts.internal.HoldRequest;
import dev.countinghouse.contracts.internal.HoldRequests;
import dev.countinghouse.contracts.internal.RefundRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.prepaid.order.BoughtLots;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody answers refunds here, so that every refund is pending until a test says how it ended. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class RefundResourceTest {

  private static final Instant BOUGHT = Instant.parse("2024-03-05T01:00:00Z");
  private static final Instant TOO_LATE = BOUGHT.plus(Duration.ofDays(7));

  @Inject BoughtLots bought;
  @Inject PlayedClock clock;
  @Inject UsageScene scene;
  @Inject PlayedRefunds refunds;
  @Inject Tokens tokens;
  @Inject Transactions transactions;

  private String channel;

  @BeforeEach
  void payForAPeriod() {
    channel = bought.channelOn("growth", BOUGHT);
  }

  @Test
  @DisplayName("PRE-15 the whole lot, for exactly what was paid; then it does not renew")
  void whole() {
    String lot = bought.buy(channel, "workflow-action", 1000, true);
    String id =
        refund(lot)
            .statusCode(202)
            .header("Location", startsWith(path(lot)))
            .body("status", equalTo("pending"))
            .body("amount.amount", equalTo("855.00"))
            .extract()
            .path("id");
    lot(lot).body("status", equalTo("refunding"));
    RefundRequest question = refunds.question(channel, id);
    assertThat(question.at()).isEqualTo(BOUGHT);
    assertThat(question.lines()).extracting("amountMinor").containsExactly(85_500L);

    refunds.conclude(channel, id, PlayedRefunds.REFUNDED);

    lot(lot).body("status", equalTo("refunded")).body("renew", equalTo(false));
  }

  @Test
  @DisplayName("PRE-15 a lot that went back frees its room (PRE-11)")
  void freesItsRoom() {
    channel = bought.channelOn("early-stage", BOUGHT);
    String lot = bought.buy(channel, "mu", 2000, false);

    String id = refund(lot).extract().path("id");
    refunds.conclude(channel, id, PlayedRefunds.REFUNDED);

    bought.buy(channel, "mu", 2000, false);
  }

  @Test
  @DisplayName("PRE-15 PRE-18 one lot of a cart goes back alone, for its own line's price")
  void ofACart() {
    List<String> lots = bought.buyCart(channel, "workflow-action", 1000, "mu", 2000);

    String id =
        refund(lots.get(1))
            .statusCode(202)
            .body("amount.amount", equalTo("360.00"))
            .extract()
            .path("id");
    refunds.conclude(channel, id, PlayedRefunds.REFUNDED);

    lot(lots.get(0)).body("status", equalTo("active"));
    lot(lots.get(1)).body("status", equalTo("refunded"));
  }

  @Test
  @DisplayName("PRE-15 the 7 days begin when the payment is known, not when it was asked for")
  void sevenDaysFromTheAnswer() {
    Instant known = BOUGHT.plus(Duration.ofDays(9));
    String order = bought.order(channel, "workflow-action", 1000, false);
    clock.set(channel, known);
    String lot = bought.pay(channel, order).get(0);

    clock.set(channel, known.plus(Duration.ofDays(7)).minusMillis(1));

    lot(lot).body("validFrom", equalTo("2024-03-05")).body("boughtAt", equalTo(known.toString()));
    refund(lot).statusCode(202);
  }

  @Test
  @DisplayName("PRE-15 within 7 days: the last instant yes, the next no")
  void sevenDays() {
    String first = bought.buy(channel, "workflow-action", 1000, false);
    String second = bought.buy(channel, "workflow-action", 1000, false);

    clock.set(channel, TOO_LATE.minusMillis(1));
    refund(first).statusCode(202);
    clock.set(channel, TOO_LATE);
    refund(second)
        .statusCode(409)
        .body("code", equalTo("prepaid.refund-too-late"))
        .body("until", equalTo("2024-03-12T01:00:00Z"));

    lot(second).body("status", equalTo("active"));
  }

  @Test
  @DisplayName("PRE-15 half a unit deducted: no refund, not even of the rest")
  void touched() {
    String lot = bought.buy(channel, "workflow-action", 1000, false);
    String draw =
        "update lot set left_halves = left_halves - 1 where channel_id = $1 and lot_id = $2";
    transactions.run(tx -> tx.update(draw, channel, lot)).await().atMost(Duration.ofSeconds(10));

    refund(lot).statusCode(409).body("code", equalTo("prepaid.lot-touched"));

    lot(lot).body("status", equalTo("active")).body("remaining", equalTo("11999.5"));
  }

  @Test
  @DisplayName("PRE-15 once: a lot that is being paid back, or was, is not asked for again")
  void once() {
    String lot = bought.buy(channel, "workflow-action", 1000, false);
    String id = refund(lot).extract().path("id");
    refund(lot).statusCode(409).body("lotStatus", equalTo("refunding"));

    refunds.conclude(channel, id, PlayedRefunds.REFUNDED);
    refunds.conclude(channel, id, PlayedRefunds.DECLINED);

    refund(lot).statusCode(409).body("code", equalTo("prepaid.lot-ended"));
    lot(lot).body("status", equalTo("refunded"));
  }

  @Test
  @DisplayName("PRE-15 the money could not be paid back: the lot is as it was")
  void declined() {
    String lot = bought.buy(channel, "workflow-action", 1000, true);
    String id = refund(lot).extract().path("id");

    refunds.conclude(channel, id, PlayedRefunds.DECLINED);

    lot(lot).body("status", equalTo("active")).body("renew", equalTo(true));
    refund(lot).statusCode(202);
  }

  @Test
  @DisplayName("PRE-15 PRE-6 a lot that comes back covers what was used while there was no answer")
  void comesBack() {
    String lot = bought.buy(channel, "workflow-action", 1000, false);
    String id = refund(lot).extract().path("id");
    scene.useAt(channel, UsageScene.ACTIONS, BOUGHT, 150);
    lot(lot).body("remaining", equalTo("12000"));

    refunds.conclude(channel, id, PlayedRefunds.DECLINED);

    lot(lot).body("remaining", equalTo("11900"));
  }

  @Test
  @DisplayName("PRE-15 PU-1 points go back by a movement `refund`, at once")
  void points() {
    String lot = bought.buy(channel, "pu", 1000, false);

    String id = refund(lot).statusCode(202).extract().path("id");

    pu("").body("available", equalTo("0"));
    pu("/entries").body("items[0].kind", equalTo("refund"));
    refunds.conclude(channel, id, PlayedRefunds.REFUNDED);
    lot(lot).body("status", equalTo("refunded")).body("remaining", equalTo("0"));
  }

  @Test
  @DisplayName("PRE-15 PU-1 points that could not be paid back are there again")
  void pointsAgain() {
    String lot = bought.buy(channel, "pu", 1000, false);
    String id = refund(lot).extract().path("id");

    refunds.conclude(channel, id, PlayedRefunds.DECLINED);

    pu("").body("available", equalTo("1000"));
    pu("/entries")
        .body(
            "items.kind",
            contains("adjustment", "adjustment", "refund", "refund", "purchase", "purchase"));
    lot(lot).body("status", equalTo("active"));
  }

  @Test
  @DisplayName("PRE-15 points of which a tenth is held are not paid back")
  void heldPoints() {
    String lot = bought.buy(channel, "pu", 1000, false);
    HoldRequest hold = new HoldRequest("m1", channel, 1, "sms", BOUGHT);
    tokens
        .service()
        .body(new HoldRequests(List.of(hold)))
        .post("/internal/holds")
        .then()
        .statusCode(200);

    refund(lot).statusCode(409).body("code", equalTo("prepaid.lot-touched"));

    pu("").body("available", equalTo("999.9"));
  }

  @Test
  @DisplayName("SYS-2 a repeat with the same key is the same refund")
  void idempotent() {
    String lot = bought.buy(channel, "workflow-action", 1000, false);
    String first = refundWithKey("k", lot).statusCode(202).extract().path("id");

    refundWithKey("k", lot)
        .statusCode(202)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
  }

  @Test
  @DisplayName("SYS-3 SYS-5 another channel's lot, an unknown lot, an agent: refused")
  void refused() {
    String lot = bought.buy(channel, "workflow-action", 1000, false);
    String other = bought.channelOn("growth", BOUGHT);
    String theirs = "/v1/channels/" + other + "/prepaid/lots/" + lot + "/refund";

    tokens.ownerOf(other).post(theirs).then().statusCode(404);
    tokens.agentOf(channel).post(path(lot) + "/refund").then().statusCode(403);
    refund("lot_none").statusCode(404).body("code", equalTo("prepaid.lot-not-found"));
    lot(lot).body("status", equalTo("active"));
  }

  private ValidatableResponse refund(String lot) {
    return tokens.ownerOf(channel).post(path(lot) + "/refund").then();
  }

  private ValidatableResponse refundWithKey(String key, String lot) {
    return tokens
        .ownerOf(channel)
        .header("Idempotency-Key", key)
        .post(path(lot) + "/refund")
        .then();
  }

  private ValidatableResponse lot(String lot) {
    return tokens.ownerOf(channel).get(path(lot)).then().statusCode(200);
  }

  private ValidatableResponse pu(String path) {
    return tokens
        .ownerOf(channel)
        .get("/v1/channels/" + channel + "/pu" + path)
        .then()
        .statusCode(200);
  }

  private String path(String lot) {
    return "/v1/channels/" + channel + "/prepaid/lots/" + lot;
  }
}
