package dev.countinghouse.prepaid.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.contracts.event.OrderInReview;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.contracts.event.ReservationFailed;
import dev.countinghouse.contracts.event.SubscriptionEnded;
import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.contracts.internal.ChargeRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.ToldEvents;
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

@QuarkusTest
@WithTestResource(StackTestResource.class)
class ReservedOrderTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(14));

  @Inject Events events;
  @Inject PlayedClock clock;
  @Inject PlayedOrders orders;
  @Inject SeededChannels channels;
  @Inject ToldEvents told;
  @Inject Tokens tokens;

  private String channel;
  private String order;

  @BeforeEach
  void reserveOnTrial() {
    channel = channels.sandboxAt(START);
    events.ofSubscription(
        channel,
        TrialStarted.TYPE,
        new TrialStarted(channel, "paid", List.of(), "mau-2023", 1, START, END, 0));
    order = reserve().extract().path("order");
    clock.set(channel, END);
  }

  @Test
  @DisplayName("PRE-13 the start of the paid period makes the order due at that instant")
  void dueAtThePeriodsStart() {
    startPeriod(END);

    due().body("next", equalTo("2024-03-05T01:00:00Z"));
    list().body("items.status", contains("executing"));
  }

  @Test
  @DisplayName("PRE-13 an order made on the billing date itself waits for the next")
  void madeOnTheBillingDate() {
    String today = reserve().extract().path("order");

    startPeriod(END.plusSeconds(3600));

    assertThat(orders.due(channel)).containsExactly(order);
    startPeriod(Instant.parse("2024-04-05T02:00:00Z"));
    assertThat(orders.due(channel)).containsExactlyInAnyOrder(order, today);
  }

  @Test
  @DisplayName("PRE-13 the price is the book's on execution day, frozen before the charge: $2,340")
  void priced() {
    startPeriod(END);

    ChargeRequest request = orders.question(channel, order);

    assertThat(request.kind()).isEqualTo("prepaid-purchase");
    assertThat(request.at()).isEqualTo(END);
    assertThat(request.lines().get(0).amountMinor()).isEqualTo(234_000);
    assertThat(request.lines().get(0).quantity()).isEqualTo("2000");
    assertThat(orders.question(channel, order)).isEqualTo(request);
    change("{\"monthlyQuantity\":51}")
        .statusCode(409)
        .body("code", equalTo("prepaid.reservation-closed"))
        .body("reservationStatus", equalTo("executing"));
  }

  @Test
  @DisplayName("PRE-1 PRE-2 paid: the lot begins that day, holds 12 × M and is told of, once")
  void paid() {
    startPeriod(END);

    orders.carryOut(channel, order, PlayedOrders.PAID);
    orders.carryOut(channel, order, PlayedOrders.PAID);

    lots()
        .body("items", hasSize(1))
        .body("items[0].item", equalTo("workflow-action"))
        .body("items[0].monthlyQuantity", equalTo(2000))
        .body("items[0].pool", equalTo("24000"))
        .body("items[0].remaining", equalTo("24000"))
        .body("items[0].validFrom", equalTo("2024-03-05"))
        .body("items[0].validUntil", equalTo("2025-03-04"))
        .body("items[0].order", equalTo(order))
        .body("items[0].charged.amount", equalTo("2340.00"))
        .body("items[0].status", equalTo("active"));
    String lot = lots().extract().path("items[0].id");
    list()
        .body("items.status", contains("executed"))
        .body("items[0].lot", equalTo(lot))
        .body("items[0].invoice", equalTo("2024-7"));
    progress().body("emitted", equalTo(1));
    assertThat(orders.due(channel)).isEmpty();
  }

  @Test
  @DisplayName("PRE-13 no answer yet: it asks the same again a quarter of an hour later")
  void pending() {
    startPeriod(END);
    ChargeRequest first = orders.question(channel, order);

    orders.postpone(channel, order);
    clock.set(channel, END.plus(Duration.ofMinutes(15)));

    due().body("next", equalTo("2024-03-05T01:15:00Z"));
    assertThat(orders.question(channel, order)).isEqualTo(first);
  }

  @Test
  @DisplayName("PRE-13 NOTE-3 declined: failed with the reason, nothing bought, told once")
  void declined() {
    startPeriod(END);

    orders.carryOut(channel, order, PlayedOrders.DECLINED);
    orders.carryOut(channel, order, PlayedOrders.DECLINED);

    list()
        .body("items.status", contains("failed"))
        .body("items[0].reason", equalTo("payment.declined"));
    lots().body("items", hasSize(0));
    JsonNode failed = told.await(channel, ReservationFailed.TYPE, 1).get(0);
    assertThat(failed.path("order").asText()).isEqualTo(order);
    assertThat(failed.path("items").get(0).asText()).isEqualTo("workflow-action");
    assertThat(failed.path("at").asText()).isEqualTo(END.toString());
    assertThat(failed.path("reason").asText()).isEqualTo("payment.declined");
    progress().body("emitted", equalTo(1));
  }

  @Test
  @DisplayName("PRE-13 NOTE-3 in review: told of, and then how it ended")
  void inReview() {
    startPeriod(END);
    orders.carryOut(channel, order, PlayedOrders.DISPUTED);
    JsonNode inReview = told.await(channel, OrderInReview.TYPE, 1).get(0);
    assertThat(inReview.path("order").asText()).isEqualTo(order);
    assertThat(inReview.path("origin").asText()).isEqualTo("reservation");
    assertThat(inReview.path("at").asText()).isEqualTo(END.toString());
    list().body("items.status", contains("executing"));

    orders.carryOut(channel, order, PlayedOrders.DECLINED);

    list().body("items.status", contains("failed"));
    told.await(channel, ReservationFailed.TYPE, 1);
    progress().body("emitted", equalTo(2));
  }

  @Test
  @DisplayName("PRE-13 a cancelled order is not charged")
  void cancelled() {
    String id = list().extract().path("items[0].id");
    tokens.ownerOf(channel).delete(path() + "/" + id).then().statusCode(204);

    startPeriod(END);

    assertThat(orders.due(channel)).isEmpty();
  }

  @Test
  @DisplayName("PRE-12 a trial that ends on Free: the order waits for a paid period")
  void onFreeAgain() {
    events.ofSubscription(channel, TrialEnded.TYPE, new TrialEnded(channel, END, false));

    assertThat(orders.due(channel)).isEmpty();
    list().body("items.status", contains("reserved"));
  }

  @Test
  @DisplayName("PRE-12 on Free when it is carried out: not charged, it waits again as a new order")
  void fallenToFree() {
    Instant nextDay = END.plus(Duration.ofDays(1));
    startPeriod(nextDay);
    events.ofSubscription(
        channel, SubscriptionEnded.TYPE, new SubscriptionEnded(channel, nextDay, "unpaid"));

    Order refused = orders.price(channel, order);

    assertThat(refused.status()).isEqualTo(Order.Status.REFUSED);
    assertThat(orders.due(channel)).isEmpty();
    list()
        .body("items.status", contains("reserved"))
        .body("items[0].order", not(equalTo(order)))
        .body("items[0].executesOn", nullValue());
    progress().body("emitted", equalTo(0));
  }

  private ValidatableResponse reserve() {
    return tokens
        .ownerOf(channel)
        .body("{\"item\":\"workflow-action\",\"monthlyQuantity\":2000}")
        .post(path())
        .then()
        .statusCode(201);
  }

  private ValidatableResponse change(String body) {
    String id = list().extract().path("items[0].id");
    return tokens.ownerOf(channel).body(body).patch(path() + "/" + id).then();
  }

  private void startPeriod(Instant at) {
    PeriodStarted period =
        new PeriodStarted(
            channel, "paid", List.of(), "mau-2023", 1, at, at.plus(Duration.ofDays(31)), true);
    events.ofSubscription(channel, PeriodStarted.TYPE, period);
  }

  private ValidatableResponse due() {
    return tokens.service().get("/internal/channels/" + channel + "/due").then();
  }

  private ValidatableResponse progress() {
    return tokens.service().get("/internal/channels/" + channel + "/progress").then();
  }

  private ValidatableResponse lots() {
    return tokens
        .ownerOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/lots")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse list() {
    return tokens.ownerOf(channel).get(path()).then().statusCode(200);
  }

  private String path() {
    return "/v1/channels/" + channel + "/prepaid/reservations";
  }
}
