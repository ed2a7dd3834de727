package dev.countinghouse.prepaid.purchase;

import static dev.countinghouse.prepaid.purchase.Buyers.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.prepaid.pricebook.StampShop;
import dev.countinghouse.prepaid.purchase.Buyers.Buyer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What one line may ask for, where no plan's limit is in the way. One channel asks for all of it,
 * and nobody answers charges here: each order that is accepted waits for due work.
 */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchaseLimitsTest {

  @Inject Buyers buyers;
  @Inject PlayedOrders orders;
  @Inject StampShop shop;
  @Inject Tokens tokens;

  private @Nullable Buyer onGrowth;

  @ParameterizedTest(name = "{1} of {0} → {2} {3}")
  @DisplayName("PRE-10 SYS-5 below, at and above each item's limits; a refusal stores nothing")
  @CsvSource({
    "mu, 99, 422, prepaid.quantity-below-minimum",
    "mu, 100, 202,",
    "mu, 1000000, 202,",
    "mu, 1000001, 422, prepaid.quantity-above-maximum",
    "basic-seat, -1, 422, prepaid.quantity-below-minimum",
    "basic-seat, 0, 422, prepaid.quantity-below-minimum",
    "basic-seat, 1, 202,",
    "basic-seat, 1.5, 422, prepaid.quantity-not-whole",
    "basic-seat, 1000, 202,",
    "basic-seat, 1001, 422, prepaid.quantity-above-maximum",
    "basic-seat, 10000000000000000000, 422, prepaid.quantity-above-maximum",
    "operator-seat, -1, 422, prepaid.quantity-below-minimum",
    "operator-seat, 0, 422, prepaid.quantity-below-minimum",
    "operator-seat, 1, 202,",
    "operator-seat, 1.5, 422, prepaid.quantity-not-whole",
    "operator-seat, 1000, 202,",
    "operator-seat, 1001, 422, prepaid.quantity-above-maximum",
    "operator-seat, 10000000000000000000, 422, prepaid.quantity-above-maximum",
    "workflow-action, 50, 422, prepaid.quantity-below-minimum",
    "workflow-action, 51, 202,",
    "workflow-action, 1000000, 202,",
    "workflow-action, 1000001, 422, prepaid.quantity-above-maximum",
    "marketing-message, 99, 422, prepaid.quantity-below-minimum",
    "marketing-message, 100, 202,",
    "marketing-message, 1000000, 202,",
    "marketing-message, 1000001, 422, prepaid.quantity-above-maximum",
    "security-bundle, 0, 422, prepaid.quantity-below-minimum",
    "security-bundle, 1, 202,",
    "security-bundle, 2, 422, prepaid.quantity-above-maximum",
    "white-label, 0, 422, prepaid.quantity-below-minimum",
    "white-label, 1, 202,",
    "white-label, 2, 422, prepaid.quantity-above-maximum",
    "pu, 99, 422, prepaid.quantity-below-minimum",
    "pu, 100, 202,",
    "pu, 9999999999, 202,",
    "pu, 10000000000, 422, prepaid.quantity-above-maximum",
    "pu, 10000000000000000000, 422, prepaid.quantity-above-maximum"
  })
  void limits(String item, String quantity, int status, @Nullable String code) {
    asks(onGrowth(), line(item, quantity), status, code);
  }

  @Test
  @DisplayName("PRE-10 never an amount above 9,999,999,999, which itself is still bought")
  void greatestAmount() {
    String book = "dear-" + UUID.randomUUID();
    shop.tell(book, 1, StampShop.document(book, 1, "222222.2222"));
    shop.tell(book, 2, StampShop.document(book, 2, "222222.2223"));
    Buyer buyer = new Buyer(tokens, shop.channelOn(book));
    asks(buyer, line("stamp", "5000"), 202, null);
    buyer.get("/prepaid/purchases").body("items[0].price.amount", equalTo("9999999999.00"));

    shop.startPeriod(buyer.channel(), book, 2);

    asks(buyer, line("stamp", "5000"), 422, "prepaid.amount-too-large");
    asks(buyer, line("stamp", "4999"), 202, null);
  }

  private void asks(Buyer buyer, String body, int status, @Nullable String code) {
    List<String> before = orders.due(buyer.channel());

    buyer.buy(body).statusCode(status).body("code", equalTo(code));

    assertThat(orders.due(buyer.channel())).hasSize(before.size() + (status == 202 ? 1 : 0));
  }

  private Buyer onGrowth() {
    Buyer known = onGrowth;
    Buyer buyer = known == null ? buyers.paying("growth") : known;
    onGrowth = buyer;
    return buyer;
  }
}
