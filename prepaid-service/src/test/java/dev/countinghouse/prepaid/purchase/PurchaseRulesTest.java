package dev.countinghouse.prepaid.purchase;

import static dev.countinghouse.prepaid.purchase.Buyers.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.prepaid.purchase.Buyers.Buyer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
class PurchaseRulesTest {

  private static final String CART =
      """
      {"lines":[{"item":"mu","monthlyQuantity":2000},{"item":"pu","monthlyQuantity":1000}],
       "renew":true}
      """;

  @Inject Buyers buyers;
  @Inject PlayedOrders orders;

  private Buyer buyer;

  @BeforeEach
  void payForAPeriod() {
    buyer = buyers.paying("early-stage");
  }

  @Test
  @DisplayName("PRE-11 Early Stage: 2,000 more is accepted, 2,001 refused; what is bought counts")
  void planLimit() {
    buyer
        .buy(line("mu", "2001"))
        .statusCode(422)
        .body("code", equalTo("prepaid.plan-limit"))
        .body("errors[0].expected", equalTo("at most 2000 on this plan"));
    buyer.buy(line("mu", "1900")).statusCode(202);

    buyer.buy(line("mu", "101")).statusCode(422).body("code", equalTo("prepaid.plan-limit"));
    buyer.buy(line("mu", "100")).statusCode(202);
  }

  @Test
  @DisplayName("PRE-11 what was declined leaves its room, what was paid keeps it")
  void roomAfterwards() {
    String id = buyer.buy(line("mu", "2000")).extract().path("id");
    buyer.buy(line("mu", "100")).statusCode(422);

    orders.carryOut(buyer.channel(), id, PlayedOrders.DECLINED);

    String again = buyer.buy(line("mu", "2000")).statusCode(202).extract().path("id");
    orders.carryOut(buyer.channel(), again, PlayedOrders.PAID);
    buyer.buy(line("mu", "100")).statusCode(422).body("code", equalTo("prepaid.plan-limit"));
  }

  @Test
  @DisplayName("PRE-12 trial: PU at once, everything else only as a reservation")
  void onTrial() {
    buyer = buyers.onTrial();

    buyer
        .buy(line("mu", "100"))
        .statusCode(409)
        .body("code", equalTo("prepaid.on-trial"))
        .body("errors.field", contains("item"));
    buyer.buy(CART).statusCode(409).body("errors.field", contains("lines[0].item"));
    buyer.buy(line("pu", "100")).statusCode(202);
  }

  @Test
  @DisplayName("PRE-12 Free: nothing but PU")
  void onFree() {
    buyer = buyers.onFree();

    buyer.buy(line("mu", "100")).statusCode(409).body("code", equalTo("prepaid.plan-free"));
    buyer.topUp("{\"units\":100}").statusCode(202);
  }

  @Test
  @DisplayName("PRE-17 white label is sold prepaid: 50 a month, one of it, at the discount")
  void whiteLabel() {
    buyer.buy(line("white-label", "1")).statusCode(202).body("price.amount", equalTo("450.00"));
    buyer
        .buy(line("white-label", "2"))
        .statusCode(422)
        .body("code", equalTo("prepaid.quantity-above-maximum"));
  }

  @ParameterizedTest(name = "{1} of {0} → {2} {3}")
  @DisplayName(
      "PRE-11 SYS-5 below, at and above a plan's limits; bad input has a code, nothing changes")
  @CsvSource({
    "mu, 100, 202,",
    "mu, 1000000, 422, prepaid.plan-limit",
    "basic-seat, 5, 202,",
    "basic-seat, 6, 422, prepaid.plan-limit",
    "biscuit, 1, 422, prepaid.unknown-item",
    "mu, '\"100\"', 400, body.wrong-type",
    "mu, null, 400, body.invalid",
    "mu, true, 400, body.wrong-type"
  })
  void limits(String item, String quantity, int status, String code) {
    buyer.buy(line(item, quantity)).statusCode(status).body("code", equalTo(code));

    assertThat(orders.due(buyer.channel())).hasSize(status == 202 ? 1 : 0);
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
        "{\"lines\":[{\"item\":\"mu\",\"monthlyQuantity\":100}],\"item\":\"mu\"}",
        "{\"lines\":[],\"monthlyQuantity\":100}",
        "[]"
      })
  void noOrder(String body) {
    buyer.buy(body).statusCode(400).contentType("application/problem+json");

    assertThat(orders.due(buyer.channel())).isEmpty();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("SYS-5 the fields that the request has are to blame")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"item\":\"mu\",\"monthlyQuantity\":99}|monthlyQuantity",
        "{\"item\":\"biscuit\",\"monthlyQuantity\":100}|item",
        "{\"item\":\"mu\"}|monthlyQuantity",
        "{\"lines\":[{\"item\":\"mu\",\"monthlyQuantity\":99}]}|lines[0].monthlyQuantity",
        "{\"lines\":[{\"item\":\"mu\",\"monthlyQuantity\":100}],\"item\":\"mu\"}|lines",
      })
  void blame(String body, String field) {
    buyer.buy(body).body("errors.field", contains(field));
  }
}
