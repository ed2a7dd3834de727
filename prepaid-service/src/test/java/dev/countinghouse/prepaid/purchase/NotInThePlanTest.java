package dev.countinghouse.prepaid.purchase;

import static dev.countinghouse.prepaid.purchase.Buyers.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.prepaid.pricebook.StampShop;
import dev.countinghouse.prepaid.purchase.Buyers.Buyer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Items that a channel's book does not sell, or that its plan does not allow. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class NotInThePlanTest {

  @Inject PlayedOrders orders;
  @Inject StampShop shop;
  @Inject Tokens tokens;
  @Inject UsageScene scene;

  @Test
  @DisplayName("PRE-10 SYS-5 an item of another book is unknown to all that sells, nothing changes")
  void ofAnotherBook() {
    String channel = scene.channelOn("2024-01-15");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    Buyer buyer = new Buyer(tokens, channel);

    refused(ask(buyer, "quotes", cart("mu", "100")), "unknown-item", "lines[0].item");
    refused(buyer.buy(line("mu", "100")), "unknown-item", "item");
    refused(ask(buyer, "reservations", line("mu", "100")), "unknown-item", "item");

    nothingChanged(buyer);
  }

  @Test
  @DisplayName(
      "PRE-11 an item that the plan limits to 0 is quoted, and neither bought nor reserved")
  void notOfThePlan() {
    String book = "none-" + UUID.randomUUID();
    String limited =
        StampShop.document(book, 1, "0.1")
            .replace("\"all\",", "\"all\", \"limits\": {\"stamp\": 0},");
    shop.tell(book, 1, limited);
    Buyer buyer = new Buyer(tokens, shop.channelOn(book));

    ask(buyer, "quotes", cart("stamp", "100")).statusCode(200);
    refused(buyer.buy(line("stamp", "100")), "plan-limit", "monthlyQuantity")
        .body("errors[0].expected", equalTo("at most 0 on this plan"));
    refused(ask(buyer, "reservations", line("stamp", "100")), "plan-limit", "monthlyQuantity");

    nothingChanged(buyer);
  }

  private static String cart(String item, String quantity) {
    return "{\"lines\":[" + line(item, quantity) + "]}";
  }

  private ValidatableResponse ask(Buyer buyer, String what, String body) {
    String path = buyer.path("/prepaid/" + what);
    return tokens.ownerOf(buyer.channel()).body(body).post(path).then();
  }

  private static ValidatableResponse refused(
      ValidatableResponse answer, String code, String field) {
    return answer
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("prepaid." + code))
        .body("errors.field", contains(field));
  }

  /** No order, no reservation and no lot, and no work due that could charge for one. */
  private void nothingChanged(Buyer buyer) {
    buyer.get("/prepaid/purchases").body("items", hasSize(0));
    buyer.get("/prepaid/reservations").body("items", hasSize(0));
    buyer.lots().body("items", hasSize(0));
    assertThat(orders.due(buyer.channel())).isEmpty();
  }
}
