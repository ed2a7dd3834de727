package dev.countinghouse.prepaid.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.order.PlayedOrders;
import dev.countinghouse.prepaid.purchase.Buyers.Buyer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
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
class TopUpTest {

  @Inject Buyers buyers;
  @Inject PlayedClock clock;
  @Inject PlayedOrders orders;

  private Buyer buyer;

  @BeforeEach
  void payForAPeriod() {
    buyer = buyers.paying("early-stage");
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
        buyer.topUp("{\"units\":" + units + "}").statusCode(status).body("code", equalTo(code));

    if (status != 202) {
      answer.body("errors[0].field", equalTo("units"));
    }
  }

  @Test
  @DisplayName("PU-2 a top-up is points for twelve months, paid as one")
  void paidTopUp() {
    String id =
        buyer
            .topUp("{\"units\":10000}")
            .body("price.amount", equalTo("10.00"))
            .extract()
            .path("id");
    assertThat(orders.question(buyer.channel(), id).kind()).isEqualTo("pu-top-up");

    orders.carryOut(buyer.channel(), id, PlayedOrders.PAID);
    buyer.get("/pu").body("available", equalTo("10000"));
    clock.set(buyer.channel(), Instant.parse("2025-03-04T14:59:59Z"));
    buyer.get("/pu").body("available", equalTo("10000"));
    clock.set(buyer.channel(), Instant.parse("2025-03-04T15:00:00Z"));
    buyer.get("/pu").body("available", equalTo("0"));
  }
}
