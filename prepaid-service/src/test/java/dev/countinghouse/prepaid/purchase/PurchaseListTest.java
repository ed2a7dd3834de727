package dev.countinghouse.prepaid.purchase;

import static dev.countinghouse.prepaid.purchase.Buyers.line;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.prepaid.purchase.Buyers.Buyer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class PurchaseListTest {

  @Inject Buyers buyers;
  @Inject PlayedClock clock;
  @Inject PlayedOrders orders;
  @Inject Tokens tokens;

  private Buyer buyer;
  private String first;
  private String second;
  private String third;

  @BeforeEach
  void buyThrice() {
    buyer = buyers.paying("early-stage");
    first = buyer.buy(line("mu", "100")).extract().path("id");
    second = buyer.topUp("{\"units\":1000}").extract().path("id");
    clock.set(buyer.channel(), Buyers.NOW.plusSeconds(1));
    third = buyer.buy(line("mu", "200")).extract().path("id");
  }

  @Test
  @DisplayName("PRE-18 who lost an answer finds the purchase in the list, with its lines")
  void found() {
    orders.carryOut(buyer.channel(), first, PlayedOrders.PAID);
    orders.carryOut(buyer.channel(), second, PlayedOrders.DECLINED);

    buyer
        .get("/prepaid/purchases")
        .body("items.id", contains(third, second, first))
        .body("items.status", contains("pending", "declined", "paid"))
        .body("items[0].lines.monthlyQuantity", contains(200))
        .body("items[1].lines.item", contains("pu"))
        .body("items[2].lots", hasSize(1))
        .body("next", nullValue());
  }

  @Test
  @DisplayName("a page ends within an instant, and the next begins where it ended")
  void pages() {
    String next =
        buyer
            .get("/prepaid/purchases?limit=2")
            .body("items.id", contains(third, second))
            .extract()
            .path("next");

    buyer
        .get("/prepaid/purchases?limit=2&cursor=" + next)
        .body("items.id", contains(first))
        .body("next", nullValue());
  }

  @Test
  @DisplayName("SYS-3 a channel lists its own, and another's cursor is none")
  void others() {
    Buyer other = buyers.paying("early-stage");
    String cursor = buyer.get("/prepaid/purchases?limit=1").extract().path("next");

    other.get("/prepaid/purchases").body("items", hasSize(0));
    tokens
        .ownerOf(other.channel())
        .get(other.path("/prepaid/purchases?cursor=" + cursor))
        .then()
        .statusCode(400)
        .body("code", equalTo("page.cursor"));
    tokens.ownerOf(other.channel()).get(buyer.path("/prepaid/purchases")).then().statusCode(404);
  }
}
