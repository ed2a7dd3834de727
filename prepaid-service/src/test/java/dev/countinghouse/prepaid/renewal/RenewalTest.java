package dev.countinghouse.prepaid.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.clock.DueItem;
import dev.countinghouse.contracts.event.LotCreated;
import dev.countinghouse.contracts.event.LotExpiring;
import dev.countinghouse.contracts.event.OrderInReview;
import dev.countinghouse.contracts.event.RenewalFailed;
import dev.countinghouse.contracts.event.SubscriptionEnded;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.ToldEvents;
import dev.countinghouse.prepaid.lot.ScheduleLotDates;
import dev.countinghouse.prepaid.order.BoughtLots;
import dev.countinghouse.prepaid.order.PlayedOrders;
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

/** Bought on 2024-03-05 in Seoul: valid until 2025-03-04, renewed on 2025-03-05 at midnight. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class RenewalTest {

  private static final Instant BOUGHT = Instant.parse("2024-03-05T01:00:00Z");
  private static final Instant ANNIVERSARY = Instant.parse("2025-03-04T15:00:00Z");
  private static final Instant NOTICE = Instant.parse("2025-02-02T15:00:00Z");

  @Inject BoughtLots bought;
  @Inject Events events;
  @Inject PlayedClock clock;
  @Inject PlayedOrders orders;
  @Inject RenewLot renew;
  @Inject TellLotExpiring tell;
  @Inject ToldEvents told;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void payForAPeriod() {
    channel = bought.channelOn("growth", BOUGHT);
  }

  @Test
  @DisplayName(
      "PRE-14 the day after the last valid day: same quantity, a new year, at today's price")
  void renewed() {
    bought.buy(channel, "workflow-action", 1000, true);

    String order = renewal();

    assertThat(orders.question(channel, order).at()).isEqualTo(ANNIVERSARY);
    assertThat(orders.question(channel, order).lines())
        .extracting("quantity", "amountMinor")
        .containsExactly(tuple("1000", 85_500L));
    orders.carryOut(channel, order, PlayedOrders.PAID);
    lots()
        .body("items.status", contains("active", "expired"))
        .body("items[0].monthlyQuantity", equalTo(1000))
        .body("items[0].validFrom", equalTo("2025-03-05"))
        .body("items[0].validUntil", equalTo("2026-03-04"))
        .body("items[0].renew", equalTo(true))
        .body("items[0].remaining", equalTo("12000"));
  }

  @Test
  @DisplayName("PRE-14 NOTE-1 whatever runs the work again: one renewal, one notice of the end")
  void onceHoweverOften() {
    String lot = bought.buy(channel, "workflow-action", 1000, true);
    DueItem anniversary = new DueItem(channel, ScheduleLotDates.ANNIVERSARY, lot, ANNIVERSARY, 1);
    DueItem notice = new DueItem(channel, ScheduleLotDates.EXPIRING, lot, NOTICE, 1);
    clock.advanceToFirstQuestion(channel, ANNIVERSARY);

    renew.run(anniversary).await().atMost(Duration.ofSeconds(30));
    tell.run(notice).await().atMost(Duration.ofSeconds(30));

    assertThat(orders.due(channel)).hasSize(1);
    orders.carryOut(channel, orders.onlyDue(channel), PlayedOrders.PAID);
    renew.run(anniversary).await().atMost(Duration.ofSeconds(30));
    assertThat(orders.due(channel)).isEmpty();
    lots().body("items", hasSize(2));
    told.await(channel, LotCreated.TYPE, 2);
    assertThat(told.of(channel, LotExpiring.TYPE)).hasSize(1);
  }

  @Test
  @DisplayName("PRE-14 not an instant earlier")
  void notEarlier() {
    bought.buy(channel, "workflow-action", 1000, true);

    clock.advance(channel, ANNIVERSARY.minusMillis(1));

    told.await(channel, LotExpiring.TYPE, 1);
    assertThat(orders.due(channel)).isEmpty();
    lots().body("items.status", contains("active"));
  }

  @Test
  @DisplayName("PRE-14 a renewal whose payment fails creates no lot and is told of")
  void declined() {
    String lot = bought.buy(channel, "workflow-action", 1000, true);

    orders.carryOut(channel, renewal(), PlayedOrders.DECLINED);

    JsonNode failed = told.await(channel, RenewalFailed.TYPE, 1).get(0);
    assertThat(failed.path("lot").asText()).isEqualTo(lot);
    assertThat(failed.path("item").asText()).isEqualTo("workflow-action");
    assertThat(failed.path("reason").asText()).isEqualTo("payment.declined");
    assertThat(failed.path("at").asText()).isEqualTo(ANNIVERSARY.toString());
    lots().body("items.status", contains("expired"));
    assertThat(orders.due(channel)).isEmpty();
  }

  @Test
  @DisplayName("PRE-14 NOTE-3 a renewal in review is told of, and not as failed")
  void inReview() {
    bought.buy(channel, "workflow-action", 1000, true);
    String order = renewal();

    orders.carryOut(channel, order, PlayedOrders.DISPUTED);

    JsonNode inReview = told.await(channel, OrderInReview.TYPE, 1).get(0);
    assertThat(inReview.path("order").asText()).isEqualTo(order);
    assertThat(inReview.path("origin").asText()).isEqualTo("renewal");
    assertThat(inReview.path("items").get(0).asText()).isEqualTo("workflow-action");
    assertThat(inReview.path("at").asText()).isEqualTo(ANNIVERSARY.toString());
    assertThat(inReview.path("reason").asText()).isEqualTo("charge.conflict");
    assertThat(told.of(channel, RenewalFailed.TYPE)).isEmpty();
  }

  @Test
  @DisplayName("PRE-14 PRE-12 on Free by then: no lot, and the renewal is told of as failed")
  void onFreeByThen() {
    bought.buy(channel, "workflow-action", 1000, true);
    Instant ended = ANNIVERSARY.minusSeconds(86_400);
    events.ofSubscription(
        channel, SubscriptionEnded.TYPE, new SubscriptionEnded(channel, ended, "unpaid"));

    clock.advance(channel, ANNIVERSARY);

    JsonNode failed = told.await(channel, RenewalFailed.TYPE, 1).get(0);
    assertThat(failed.path("reason").asText()).isEqualTo("prepaid.plan-free");
    lots().body("items", hasSize(1));
  }

  @Test
  @DisplayName("PRE-14 renewal is switched on and off at any time, and the last word counts")
  void switched() {
    String off = bought.buy(channel, "workflow-action", 1000, true);
    String on = bought.buy(channel, "workflow-action", 2000, false);
    renew(off, false).statusCode(200).body("renew", equalTo(false));
    renew(on, true).statusCode(200).body("renew", equalTo(true));

    String order = renewal();

    assertThat(orders.question(channel, order).lines().get(0).quantity()).isEqualTo("2000");
  }

  @Test
  @DisplayName("PRE-11 PRE-14 the lot that ended leaves its room to its renewal")
  void withinThePlansLimit() {
    String full = bought.channelOn("early-stage", BOUGHT);
    channel = full;
    bought.buy(channel, "mu", 2000, true);

    orders.carryOut(channel, renewal(), PlayedOrders.PAID);

    lots().body("items.status", contains("active", "expired"));
  }

  @Test
  @DisplayName("PRE-14 a lot that has ended, points, and what is not there: codes, nothing changed")
  void notSwitched() {
    String ended = bought.buy(channel, "workflow-action", 1000, false);
    String points = bought.buy(channel, "pu", 1000, true);

    renew(points, true).statusCode(422).body("code", equalTo("prepaid.not-renewable"));
    renew("lot_none", true).statusCode(404).body("code", equalTo("prepaid.lot-not-found"));
    patch(ended, "{}").statusCode(400).body("code", equalTo("body.invalid"));
    patch(ended, "{\"renew\":\"yes\"}").statusCode(400).body("code", equalTo("body.wrong-type"));
    clock.set(channel, ANNIVERSARY);
    renew(ended, true)
        .statusCode(409)
        .body("code", equalTo("prepaid.lot-ended"))
        .body("lotStatus", equalTo("expired"));
    lots().body("items.renew", contains(false, false));
  }

  @Test
  @DisplayName("NOTE-3 a lot's end is told of 30 days before, once; also of points")
  void expiring() {
    String lot = bought.buy(channel, "workflow-action", 1000, true);
    String points = bought.buy(channel, "pu", 1000, false);

    clock.advance(channel, NOTICE.minusMillis(1));
    assertThat(told.of(channel, LotExpiring.TYPE)).isEmpty();
    clock.advance(channel, NOTICE);

    List<JsonNode> expiring = told.await(channel, LotExpiring.TYPE, 2);
    assertThat(expiring).extracting(event -> event.path("lot").asText()).containsOnly(lot, points);
    assertThat(expiring)
        .extracting(event -> event.path("renews").asBoolean())
        .containsOnly(true, false);
    assertThat(expiring)
        .extracting(event -> event.path("validUntil").asText())
        .containsOnly("2025-03-04");
  }

  @Test
  @DisplayName("SYS-3 another channel's lot is not found, and an agent may not switch it")
  void othersChannels() {
    String lot = bought.buy(channel, "workflow-action", 1000, false);
    String other = bought.channelOn("growth", BOUGHT);
    String theirs = "/v1/channels/" + other + "/prepaid/lots/" + lot;

    tokens.ownerOf(other).body("{\"renew\":true}").patch(theirs).then().statusCode(404);
    tokens.ownerOf(other).get(theirs).then().statusCode(404);
    tokens.agentOf(channel).body("{\"renew\":true}").patch(path(lot)).then().statusCode(403);
    tokens.agentOf(channel).get(path(lot)).then().statusCode(200).body("renew", equalTo(false));
  }

  private String renewal() {
    clock.advanceToFirstQuestion(channel, ANNIVERSARY);
    return orders.onlyDue(channel);
  }

  private ValidatableResponse renew(String lot, boolean renew) {
    return patch(lot, "{\"renew\":" + renew + "}");
  }

  private ValidatableResponse patch(String lot, String body) {
    return tokens.ownerOf(channel).body(body).patch(path(lot)).then();
  }

  private ValidatableResponse lots() {
    return tokens
        .ownerOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/lots")
        .then()
        .statusCode(200);
  }

  private String path(String lot) {
    return "/v1/channels/" + channel + "/prepaid/lots/" + lot;
  }
}
