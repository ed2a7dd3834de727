package dev.countinghouse.prepaid.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.event.AutoRechargeSwitchedOff;
import dev.countinghouse.contracts.event.RenewalFailed;
import dev.countinghouse.contracts.event.ReservationFailed;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.AnsweringSubscription;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.ScriptedAnswers;
import dev.countinghouse.prepaid.ScriptedAnswers.Scripted;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.ToldEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever placed an order that an operator ends is told of it as of any other end. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class ResolvedOriginTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final Instant NEXT_PERIOD = NOW.plus(Duration.ofDays(31));
  private static final Instant ANNIVERSARY = Instant.parse("2025-03-04T15:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String ACTIONS = "{\"item\":\"workflow-action\",\"monthlyQuantity\":1000}";
  private static final String POINTS = "{\"item\":\"pu\",\"monthlyQuantity\":1000}";

  enum Origin {
    CART,
    RESERVATION,
    RENEWAL,
    AUTO_RECHARGE
  }

  @Inject BoughtLots bought;
  @Inject PlayedClock clock;
  @Inject PlayedOrders orders;
  @Inject ScriptedAnswers subscription;
  @Inject ToldEvents told;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void payForAPeriod() {
    channel = bought.channelOn("growth", NOW);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("PU-4 PRE-18 resolved as paid: every line is there, and who wanted it is told so")
  void paid(Origin origin) {
    String order = inReview(origin);
    subscription.foundCharges(channel, Scripted.paid());

    resolve(order, "paid");

    assertThat(orders.due(channel)).isEmpty();
    get("/prepaid/lots").body("items.order", hasItem(order));
    switch (origin) {
      case CART -> {
        get("/prepaid/lots").body("items.order", contains(order, order));
        get("/pu").body("available", equalTo("1000"));
      }
      case RESERVATION -> get("/prepaid/reservations").body("items.status", contains("executed"));
      case RENEWAL -> get("/prepaid/lots").body("items.status", contains("active", "expired"));
      case AUTO_RECHARGE -> {
        get("/pu").body("available", equalTo("1000"));
        get("/pu/auto-recharge").body("enabled", equalTo(true)).body("purchase", nullValue());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("PU-4 PRE-18 resolved as not paid: no line is there, and who wanted it is told so")
  void notPaid(Origin origin) {
    String order = inReview(origin);
    subscription.noCharges(channel);

    resolve(order, "not-paid");

    assertThat(orders.due(channel)).isEmpty();
    get("/pu").body("available", equalTo("0"));
    switch (origin) {
      case CART -> get("/prepaid/lots").body("items", empty());
      case RESERVATION -> {
        get("/prepaid/reservations").body("items.status", contains("failed"));
        assertIsTold(ReservationFailed.TYPE);
      }
      case RENEWAL -> {
        get("/prepaid/lots").body("items.status", contains("expired"));
        assertIsTold(RenewalFailed.TYPE);
      }
      case AUTO_RECHARGE -> {
        get("/pu/auto-recharge").body("enabled", equalTo(false)).body("purchase", nullValue());
        assertIsTold(AutoRechargeSwitchedOff.TYPE);
      }
    }
  }

  private void assertIsTold(String type) {
    assertThat(told.await(channel, type, 1).get(0).path("reason").asText())
        .isEqualTo("charge.conflict");
  }

  private String inReview(Origin origin) {
    if (origin == Origin.RENEWAL) {
      assertThat(bought.buy(channel, "workflow-action", 1000, true)).isNotEmpty();
    }
    subscription.charges(channel, Scripted.refused(422, "charge.conflict"));
    place(origin);
    await().atMost(LONG).until(() -> orders.due(channel).isEmpty());
    return subscription.askedCharges(channel).getLast();
  }

  private void place(Origin origin) {
    switch (origin) {
      case CART -> post("/prepaid/purchases", "{\"lines\":[" + ACTIONS + "," + POINTS + "]}", 202);
      case RESERVATION -> {
        post("/prepaid/reservations", ACTIONS, 201);
        clock.set(channel, NEXT_PERIOD);
        bought.startPeriod(channel, "growth", NEXT_PERIOD);
        clock.advance(channel, NEXT_PERIOD);
      }
      case RENEWAL -> clock.advance(channel, ANNIVERSARY);
      case AUTO_RECHARGE -> {
        subscription.paymentMethod(channel);
        rechargeBelow();
        clock.advance(channel, NOW);
      }
    }
  }

  private void post(String path, String body, int status) {
    tokens.ownerOf(channel).body(body).post(path(path)).then().statusCode(status);
  }

  private void rechargeBelow() {
    tokens
        .ownerOf(channel)
        .body("{\"threshold\":100,\"units\":1000}")
        .put(path("/pu/auto-recharge"))
        .then()
        .statusCode(200);
  }

  private void resolve(String order, String outcome) {
    tokens
        .operator()
        .body("{\"outcome\":\"" + outcome + "\"}")
        .post(path("/prepaid/orders/" + order + "/resolution"))
        .then()
        .statusCode(200);
  }

  private ValidatableResponse get(String path) {
    return tokens.ownerOf(channel).get(path(path)).then().statusCode(200);
  }

  private String path(String path) {
    return "/v1/channels/" + channel + path;
  }
}
