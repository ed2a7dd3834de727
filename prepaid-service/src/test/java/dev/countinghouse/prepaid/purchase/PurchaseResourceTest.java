package dev.countinghouse.prepaid.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.prepaid.purchase.Buyers.Buyer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Nobody answers charges here, so that every purchase is pending until a test says how it ended.
 */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class PurchaseResourceTest {

  private static final String CART =
      """
      {"lines":[{"item":"mu","monthlyQuantity":2000},{"item":"pu","monthlyQuantity":1000}],
       "renew":true}
      """;

  @Inject Buyers buyers;
  @Inject PlayedOrders orders;
  @Inject SeededChannels channels;
  @Inject Tokens tokens;

  private Buyer buyer;

  @BeforeEach
  void payForAPeriod() {
    buyer = buyers.paying("early-stage");
  }

  @Test
  @DisplayName("PRE-8 a purchase charges exactly its quote, line by line")
  void chargesItsQuote() {
    String quoted = quote(CART).statusCode(200).extract().path("term.amount");

    String id =
        buyer.buy(CART).statusCode(202).body("price.amount", equalTo(quoted)).extract().path("id");

    ChargeRequest question = orders.question(buyer.channel(), id);
    assertThat(question.kind()).isEqualTo("prepaid-purchase");
    assertThat(question.at()).isEqualTo(Buyers.NOW);
    assertThat(question.lines()).extracting("amountMinor").containsExactly(36_000L, 100L);
    assertThat(quoted).isEqualTo("361.00");
  }

  @Test
  @DisplayName(
      "PRE-18 paid: every line becomes its lot, the points by a movement `purchase` (PU-1)")
  void paidCart() {
    String id = buyer.buy(CART).extract().path("id");

    orders.carryOut(buyer.channel(), id, PlayedOrders.PAID);

    buyer
        .purchase(id)
        .body("status", equalTo("paid"))
        .body("charged.amount", equalTo("361.00"))
        .body("invoice", equalTo("2024-7"))
        .body("lots", hasSize(2));
    buyer
        .lots()
        .body("items.item", contains("pu", "mu"))
        .body("items[0].pool", equalTo("1000"))
        .body("items[0].remaining", equalTo("1000"))
        .body("items[0].renew", equalTo(false))
        .body("items[0].validUntil", equalTo("2025-03-04"))
        .body("items[1].pool", equalTo("24000"))
        .body("items[1].renew", equalTo(true));
    buyer.get("/pu").body("available", equalTo("1000"));
    buyer
        .get("/pu/entries")
        .body("items.kind", contains("purchase", "purchase"))
        .body("items.units", contains("1000", "-1000"));
  }

  @Test
  @DisplayName("PRE-18 declined: nothing of the cart is bought")
  void declinedCart() {
    String id = buyer.buy(CART).extract().path("id");

    orders.carryOut(buyer.channel(), id, PlayedOrders.DECLINED);

    buyer
        .purchase(id)
        .body("status", equalTo("declined"))
        .body("reason", equalTo("payment.declined"))
        .body("charged", nullValue())
        .body("lots", hasSize(0));
    buyer.lots().body("items", hasSize(0));
    buyer.get("/pu").body("available", equalTo("0"));
    buyer.get("/pu/entries").body("items", hasSize(0));
  }

  @Test
  @DisplayName("PRE-18 no answer: pending, asked again by due work, and it ends once")
  void pendingPurchase() {
    String id =
        buyer
            .buy(CART)
            .statusCode(202)
            .header("Location", startsWith(buyer.path("/prepaid/purchases/ord_")))
            .body("status", equalTo("pending"))
            .extract()
            .path("id");

    assertThat(orders.due(buyer.channel())).containsExactly(id);
    orders.carryOut(buyer.channel(), id, PlayedOrders.PAID);
    orders.carryOut(buyer.channel(), id, PlayedOrders.DECLINED);

    buyer.purchase(id).body("status", equalTo("paid"));
    buyer.lots().body("items", hasSize(2));
    assertThat(orders.due(buyer.channel())).isEmpty();
  }

  @Test
  @DisplayName("PU-4 an order that has ended is never priced again: its lots are created once")
  void endedStaysEnded() {
    String id = buyer.topUp("{\"units\":1000}").extract().path("id");
    orders.carryOut(buyer.channel(), id, PlayedOrders.PAID);

    assertThatThrownBy(() -> orders.freezeAgain(buyer.channel(), id))
        .isInstanceOf(IllegalStateException.class);

    orders.carryOut(buyer.channel(), id, PlayedOrders.PAID);
    buyer.get("/pu").body("available", equalTo("1000"));
    buyer.lots().body("items", hasSize(1));
  }

  @Test
  @DisplayName("SYS-2 a repeat with the same key is the same purchase, charged once")
  void idempotent() {
    String first = buyer.buyWithKey("k", CART).statusCode(202).extract().path("id");

    buyer
        .buyWithKey("k", CART)
        .statusCode(202)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));
    buyer.buyWithKey("k", CART.replace("2000", "1999")).statusCode(422);

    assertThat(orders.due(buyer.channel())).containsExactly(first);
  }

  @Test
  @DisplayName("SYS-3 another channel's purchase is not found, and an agent may not buy")
  void othersChannels() {
    String id = buyer.buy(CART).extract().path("id");
    String other = channels.sandboxAt(Buyers.NOW);
    String theirs = "/v1/channels/" + other + "/prepaid/purchases/" + id;

    tokens
        .ownerOf(other)
        .get(theirs)
        .then()
        .statusCode(404)
        .body("code", startsWith("prepaid.purchase"));
    tokens.ownerOf(other).get(buyer.path("/prepaid/purchases/" + id)).then().statusCode(404);
    tokens
        .agentOf(buyer.channel())
        .body(CART)
        .post(buyer.path("/prepaid/purchases"))
        .then()
        .statusCode(403);
    tokens
        .agentOf(buyer.channel())
        .body("{\"units\":100}")
        .post(buyer.path("/pu/top-ups"))
        .then()
        .statusCode(403);
  }

  private ValidatableResponse quote(String body) {
    String lines = body.replace(",\n \"renew\":true", "");
    return tokens.ownerOf(buyer.channel()).body(lines).post(buyer.path("/prepaid/quotes")).then();
  }
}
