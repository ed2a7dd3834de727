package dev.countinghouse.prepaid.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nobody answers charges here, so that every purchase is pending until a test says how it ended.
 */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class PurchaseResourceTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final String CART =
      """
      {"lines":[{"item":"mu","monthlyQuantity":2000},{"item":"pu","monthlyQuantity":1000}],
       "renew":true}
      """;

  @Inject Events events;
  @Inject PlayedClock clock;
  @Inject PlayedOrders orders;
  @Inject SeededChannels channels;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void payForAPeriod() {
    channel = channels.sandboxAt(NOW);
    paid("early-stage");
  }

  @Test
  @DisplayName("PRE-8 a purchase charges exactly its quote, line by line")
  void chargesItsQuote() {
    String quoted = quote(CART).statusCode(200).extract().path("term.amount");

    String id =
        buy(CART).statusCode(202).body("price.amount", equalTo(quoted)).extract().path("id");

    ChargeRequest question = orders.question(channel, id);
    assertThat(question.kind()).isEqualTo("prepaid-purchase");
    assertThat(question.at()).isEqualTo(NOW);
    assertThat(question.lines()).extracting("amountMinor").containsExactly(36_000L, 100L);
    assertThat(quoted).isEqualTo("361.00");
  }

  @Test
  @DisplayName(
      "PRE-18 paid: every line becomes its lot, the points by a movement `purchase` (PU-1)")
  void paidCart() {
    String id = buy(CART).extract().path("id");

    orders.carryOut(channel, id, PlayedOrders.PAID);

    purchase(id)
        .body("status", equalTo("paid"))
        .body("charged.amount", equalTo("361.00"))
        .body("invoice", equalTo("2024-7"))
        .body("lots", hasSize(2));
    lots()
        .body("items.item", contains("pu", "mu"))
        .body("items[0].pool", equalTo("1000"))
        .body("items[0].remaining", equalTo("1000"))
        .body("items[0].renew", equalTo(false))
        .body("items[0].validUntil", equalTo("2025-03-04"))
        .body("items[1].pool", equalTo("24000"))
        .body("items[1].renew", equalTo(true));
    get("/pu").body("available", equalTo("1000"));
    get("/pu/entries")
        .body("items.kind", contains("purchase", "purchase"))
        .body("items.units", contains("1000", "-1000"));
  }

  @Test
  @DisplayName("PRE-18 declined: nothing of the cart is bought")
  void declinedCart() {
    String id = buy(CART).extract().path("id");

    orders.carryOut(channel, id, PlayedOrders.DECLINED);

    purchase(id)
        .body("status", equalTo("declined"))
        .body("reason", equalTo("payment.declined"))
        .body("charged", nullValue())
        .body("lots", hasSize(0));
    lots().body("items", hasSize(0));
    get("/pu").body("available", equalTo("0"));
    get("/pu/entries").body("items", hasSize(0));
  }

  @Test
  @DisplayName("PRE-18 no answer: pending, asked again by due work, and it ends once")
  void pendingPurchase() {
    String id =
        buy(CART)
            .statusCode(202)
            .header("Location", startsWith(path("/prepaid/purchases/ord_")))
            .body("status", equalTo("pending"))
            .extract()
            .path("id");

    assertThat(orders.due(channel)).containsExactly(id);
    orders.carryOut(channel, id, PlayedOrders.PAID);
    orders.carryOut(channel, id, PlayedOrders.DECLINED);

    purchase(id).body("status", equalTo("paid"));
    lots().body("items", hasSize(2));
    assertThat(orders.due(channel)).isEmpty();
  }

  @Test
  @DisplayName("PU-4 an order that has ended is never priced again: its lots are created once")
  void endedStaysEnded() {
    String id = topUp("{\"units\":1000}").extract().path("id");
    orders.carryOut(channel, id, PlayedOrders.PAID);

    assertThatThrownBy(() -> orders.freezeAgain(channel, id))
        .isInstanceOf(IllegalStateException.class);

    orders.carryOut(channel, id, PlayedOrders.PAID);
    get("/pu").body("available", equalTo("1000"));
    lots().body("items", hasSize(1));
  }

  @Test
  @DisplayName("SYS-2 a repeat with the same key is the same purchase, charged once")
  void idempotent() {
    String first = buyWithKey("k", CART).statusCode(202).extract().path("id");

    buyWithKey("k", CART)
        .statusCode(202)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
    buyWithKey("k", CART.replace("2000", "1999")).statusCode(422);

    assertThat(orders.due(channel)).containsExactly(first);
  }

  @Test
  @DisplayName("PRE-11 Early Stage: 2,000 more is accepted, 2,001 refused; what is bought counts")
  void planLimit() {
    buy(line("mu", "2001"))
        .statusCode(422)
        .body("code", equalTo("prepaid.plan-limit"))
        .body("errors[0].expected", equalTo("at most 2000 on this plan"));
    buy(line("mu", "1900")).statusCode(202);

    buy(line("mu", "101")).statusCode(422).body("code", equalTo("prepaid.plan-limit"));
    buy(line("mu", "100")).statusCode(202);
  }

  @Test
  @DisplayName("PRE-11 what was declined leaves its room, what was paid keeps it")
  void roomAfterwards() {
    String id = buy(line("mu", "2000")).extract().path("id");
    buy(line("mu", "100")).statusCode(422);

    orders.carryOut(channel, id, PlayedOrders.DECLINED);

    String again = buy(line("mu", "2000")).statusCode(202).extract().path("id");
    orders.carryOut(channel, again, PlayedOrders.PAID);
    buy(line("mu", "100")).statusCode(422).body("code", equalTo("prepaid.plan-limit"));
  }

  @Test
  @DisplayName("PRE-12 trial: PU at once, everything else only as a reservation")
  void onTrial() {
    trial();

    buy(line("mu", "100"))
        .statusCode(409)
        .body("code", equalTo("prepaid.on-trial"))
        .body("errors.field", contains("lines[0].item"));
    buy(CART).statusCode(409).body("errors.field", contains("lines[0].item"));
    buy(line("pu", "100")).statusCode(202);
  }

  @Test
  @DisplayName("PRE-12 Free: nothing but PU")
  void onFree() {
    channel = channels.sandboxAt(NOW);
    events.ofSubscription(
        channel,
        "channel.created",
        new ChannelView(channel, "Asia/Seoul", "USD", "KR", "usage-2024", 1, true, NOW));

    buy(line("mu", "100")).statusCode(409).body("code", equalTo("prepaid.plan-free"));
    topUp("{\"units\":100}").statusCode(202);
  }

  @Test
  @DisplayName("PRE-17 white label is sold prepaid: 50 a month, one of it, at the discount")
  void whiteLabel() {
    buy(line("white-label", "1")).statusCode(202).body("price.amount", equalTo("450.00"));
    buy(line("white-label", "2"))
        .statusCode(422)
        .body("code", equalTo("prepaid.quantity-above-maximum"));
  }

  @ParameterizedTest(name = "{1} of {0} → {2} {3}")
  @DisplayName("PRE-10 SYS-5 below, at and above each limit; bad input has a code, nothing changes")
  @CsvSource({
    "mu, 99, 422, prepaid.quantity-below-minimum",
    "mu, 100, 202,",
    "mu, 1000000, 422, prepaid.plan-limit",
    "mu, 1000001, 422, prepaid.quantity-above-maximum",
    "workflow-action, 50, 422, prepaid.quantity-below-minimum",
    "workflow-action, 51, 202,",
    "workflow-action, 1000000, 202,",
    "workflow-action, 1000001, 422, prepaid.quantity-above-maximum",
    "basic-seat, 0, 422, prepaid.quantity-below-minimum",
    "basic-seat, -1, 422, prepaid.quantity-below-minimum",
    "basic-seat, 1.5, 422, prepaid.quantity-not-whole",
    "basic-seat, 1, 202,",
    "basic-seat, 5, 202,",
    "basic-seat, 6, 422, prepaid.plan-limit",
    "pu, 99, 422, prepaid.quantity-below-minimum",
    "pu, 100, 202,",
    "pu, 9999999999, 202,",
    "pu, 10000000000, 422, prepaid.quantity-above-maximum",
    "pu, 10000000000000000000, 422, prepaid.quantity-above-maximum",
    "biscuit, 1, 422, prepaid.unknown-item",
    "mu, '\"100\"', 400, body.wrong-type",
    "mu, null, 400, body.invalid",
    "mu, true, 400, body.wrong-type"
  })
  void limits(String item, String quantity, int status, String code) {
    buy(line(item, quantity)).statusCode(status).body("code", equalTo(code));

    assertThat(orders.due(channel)).hasSize(status == 202 ? 1 : 0);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("SYS-5 a body that is no order is 400 and changes nothing")
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"lines\":[]}",
        "{\"lines\":[null]}",
        "{\"lines\":{}}",
        "{\"lines\":[{\"item\":\"mu\"}]}",
        "{\"lines\":[{\"monthlyQuantity\":100}]}",
        "{\"item\":\"\",\"monthlyQuantity\":100}",
        "{\"item\":\"mu\",\"monthlyQuantity\":100,\"renew\":\"yes\"}",
        "[]"
      })
  void noOrder(String body) {
    buy(body).statusCode(400).contentType("application/problem+json");

    assertThat(orders.due(channel)).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @DisplayName("PRE-10 SYS-5 a top-up's limits; its field is to blame")
  @CsvSource({
    "100, 202,",
    "99, 422, prepaid.quantity-below-minimum",
    "0, 422, prepaid.quantity-below-minimum",
    "-1, 422, prepaid.quantity-below-minimum",
    "100.5, 422, prepaid.quantity-not-whole",
    "10000000000, 422, prepaid.quantity-above-maximum",
    "null, 400, body.invalid",
    "'\"100\"', 400, body.wrong-type"
  })
  void topUps(String units, int status, String code) {
    ValidatableResponse answer =
        topUp("{\"units\":" + units + "}").statusCode(status).body("code", equalTo(code));

    if (status != 202) {
      answer.body("errors[0].field", equalTo("units"));
    }
  }

  @Test
  @DisplayName("PU-2 a top-up is points for twelve months, paid as one")
  void paidTopUp() {
    String id =
        topUp("{\"units\":10000}").body("price.amount", equalTo("10.00")).extract().path("id");
    assertThat(orders.question(channel, id).kind()).isEqualTo("pu-top-up");

    orders.carryOut(channel, id, PlayedOrders.PAID);
    get("/pu").body("available", equalTo("10000"));
    clock.set(channel, Instant.parse("2025-03-04T14:59:59Z"));
    get("/pu").body("available", equalTo("10000"));
    clock.set(channel, Instant.parse("2025-03-04T15:00:00Z"));
    get("/pu").body("available", equalTo("0"));
  }

  @Test
  @DisplayName("SYS-3 another channel's purchase is not found, and an agent may not buy")
  void othersChannels() {
    String id = buy(CART).extract().path("id");
    String other = channels.sandboxAt(NOW);
    String theirs = "/v1/channels/" + other + "/prepaid/purchases/" + id;

    tokens
        .ownerOf(other)
        .get(theirs)
        .then()
        .statusCode(404)
        .body("code", startsWith("prepaid.purchase"));
    tokens.ownerOf(other).get(path("/prepaid/purchases/" + id)).then().statusCode(404);
    tokens.agentOf(channel).body(CART).post(path("/prepaid/purchases")).then().statusCode(403);
    tokens
        .agentOf(channel)
        .body("{\"units\":100}")
        .post(path("/pu/top-ups"))
        .then()
        .statusCode(403);
  }

  private void paid(String plan) {
    events.ofSubscription(
        channel,
        PeriodStarted.TYPE,
        new PeriodStarted(
            channel, plan, List.of(), "usage-2024", 1, NOW, NOW.plus(Duration.ofDays(31)), true));
  }

  private void trial() {
    channel = channels.sandboxAt(NOW);
    events.ofSubscription(
        channel,
        TrialStarted.TYPE,
        new TrialStarted(
            channel,
            "early-stage",
            List.of(),
            "usage-2024",
            1,
            NOW,
            NOW.plus(Duration.ofDays(14)),
            0));
  }

  private static String line(String item, String quantity) {
    return "{\"item\":\"%s\",\"monthlyQuantity\":%s}".formatted(item, quantity);
  }

  private ValidatableResponse buy(String body) {
    return tokens.ownerOf(channel).body(body).post(path("/prepaid/purchases")).then();
  }

  private ValidatableResponse buyWithKey(String key, String body) {
    return tokens
        .ownerOf(channel)
        .header("Idempotency-Key", key)
        .body(body)
        .post(path("/prepaid/purchases"))
        .then();
  }

  private ValidatableResponse topUp(String body) {
    return tokens.ownerOf(channel).body(body).post(path("/pu/top-ups")).then();
  }

  private ValidatableResponse quote(String body) {
    String lines = body.replace(",\n \"renew\":true", "");
    return tokens.ownerOf(channel).body(lines).post(path("/prepaid/quotes")).then();
  }

  private ValidatableResponse purchase(String id) {
    return get("/prepaid/purchases/" + id);
  }

  private ValidatableResponse lots() {
    return get("/prepaid/lots");
  }

  private ValidatableResponse get(String path) {
    return tokens.ownerOf(channel).get(path(path)).then().statusCode(200);
  }

  private String path(String path) {
    return "/v1/channels/" + channel + path;
  }
}
