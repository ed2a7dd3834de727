package dev.countinghouse.prepaid.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.AnsweringSubscription;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.ScriptedAnswers;
import dev.countinghouse.prepaid.ScriptedAnswers.Scripted;
import dev.countinghouse.prepaid.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an operator says of an order in review, and what subscription-service says of its charge.
 */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class ResolvedChargeTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String LOT = "{\"item\":\"mu\",\"monthlyQuantity\":2000}";
  private static final String PAID = "{\"outcome\":\"paid\"}";
  private static final String NOT_PAID = "{\"outcome\":\"not-paid\"}";
  private static final String ASK_AGAIN = "{\"outcome\":\"ask-again\"}";

  @Inject BoughtLots bought;
  @Inject PlayedOrders orders;
  @Inject PlayedClock clock;
  @Inject ScriptedAnswers subscription;
  @Inject MeterRegistry metrics;
  @Inject Tokens tokens;

  private String channel;
  private String id;

  @BeforeEach
  void leaveInReview() {
    channel = bought.channelOn("early-stage", NOW);
    subscription.charges(channel, Scripted.refused(422, "charge.conflict"));
    id = buy().statusCode(202).body("status", equalTo("review")).extract().path("id");
  }

  @Test
  @DisplayName("PU-4 an operator says that it was paid, and it is: the lots are there, once")
  void paid() {
    subscription.foundCharges(channel, Scripted.paid());

    resolve(PAID)
        .statusCode(200)
        .body("status", equalTo("paid"))
        .body("invoice", equalTo("2024-7"));

    get("/prepaid/lots")
        .body("items.order", contains(id))
        .body("items.validFrom", contains("2024-03-05"));
    resolve(NOT_PAID)
        .statusCode(409)
        .body("code", equalTo("prepaid.not-in-review"))
        .body("orderStatus", equalTo("paid"));
    get("/prepaid/lots").body("items", hasSize(1));
    assertThat(subscription.voidedCharges(channel)).isEmpty();
  }

  @Test
  @DisplayName("PU-4 an invoice that the operator names is the charge's")
  void otherInvoice() {
    subscription.foundCharges(channel, Scripted.paid());

    resolve("{\"outcome\":\"paid\",\"invoice\":\"2024-9\"}")
        .statusCode(409)
        .body("code", equalTo("prepaid.review-contradicted"))
        .body("invoice", equalTo("2024-7"));
    resolve("{\"outcome\":\"paid\",\"invoice\":\"2024-7\"}").statusCode(200);
  }

  @Test
  @DisplayName("PU-4 not paid: its id is voided first, nothing is bought, its room is free")
  void notPaid() {
    subscription.noCharges(channel);

    resolve(NOT_PAID).statusCode(200).body("status", equalTo("declined"));

    assertThat(subscription.voidedCharges(channel)).containsExactly(id);
    order().body("status", equalTo("declined")).body("reason", equalTo("charge.conflict"));
    assertNothingIsBought();
    subscription.charges(channel, Scripted.paid());
    buy().statusCode(201);
  }

  @Test
  @DisplayName("PU-4 an operator has it asked for again, under its id")
  void askAgain() {
    subscription.charges(channel, Scripted.paid());

    resolve(ASK_AGAIN).statusCode(200).body("status", equalTo("pending"));

    clock.advance(channel, NOW);
    await().atMost(LONG).until(() -> orders.due(channel).isEmpty());
    order().body("status", equalTo("paid"));
    assertThat(subscription.askedCharges(channel)).containsExactly(id, id);
  }

  @ParameterizedTest(name = "{0}, but it is {1}")
  @DisplayName("PU-4 what the charge contradicts is refused: in review still, its room is kept")
  @CsvSource({
    "paid, pending, 200",
    "paid, declined, 200",
    "paid, unknown, 404",
    "not-paid, pending, 200",
    "not-paid, paid, 200"
  })
  void contradicted(String outcome, String found, int http) {
    Scripted answer =
        http == 404 ? Scripted.refused(404, "charge.not-found") : Scripted.status(found);
    subscription.foundCharges(channel, answer);

    resolve("{\"outcome\":\"" + outcome + "\"}")
        .statusCode(409)
        .body("code", equalTo("prepaid.review-contradicted"))
        .body("chargeStatus", equalTo(found));

    order().body("status", equalTo("review"));
    assertNothingIsBought();
    buy().statusCode(422).body("code", equalTo("prepaid.plan-limit"));
  }

  @ParameterizedTest
  @DisplayName("PU-4 while subscription-service is away nothing is ended")
  @CsvSource({"paid", "not-paid"})
  void away(String outcome) {
    resolve("{\"outcome\":\"" + outcome + "\"}")
        .statusCode(503)
        .body("code", equalTo("service.unavailable"));

    order().body("status", equalTo("review"));
  }

  @Test
  @DisplayName("PU-4 a stale `not-paid` of an order that is asked for again voids nothing")
  void staleNotPaid() {
    subscription.charges(channel, Scripted.pending());
    resolve(ASK_AGAIN).statusCode(200);

    resolve(NOT_PAID).statusCode(409).body("code", equalTo("prepaid.not-in-review"));

    assertThat(subscription.voidedCharges(channel)).isEmpty();
    order().body("status", equalTo("pending"));
  }

  @Test
  @DisplayName("SYS-2 a resolution that is sent again has the first answer, and asks no more")
  void replayed() {
    subscription.noCharges(channel);
    resolveAs("once").statusCode(200);

    resolveAs("once").statusCode(200).header("Idempotency-Replayed", "true");

    assertThat(subscription.voidedCharges(channel)).containsExactly(id);
  }

  @Test
  @DisplayName("PU-4 paid, heard after it was said not to be: alarm, nothing is bought")
  void paidTooLate() {
    subscription.noCharges(channel);
    resolve(NOT_PAID).statusCode(200);
    double before = alarms();

    orders.carryOut(channel, id, PlayedOrders.PAID);

    assertThat(alarms()).isEqualTo(before + 1);
    order().body("status", equalTo("declined"));
    assertNothingIsBought();
    orders.carryOut(channel, id, PlayedOrders.DECLINED);
    assertThat(alarms()).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("PU-4 not paid, heard after it was said to be: alarm, the lots stay")
  void declinedTooLate() {
    subscription.foundCharges(channel, Scripted.paid());
    resolve(PAID).statusCode(200);
    double before = alarms();

    orders.carryOut(channel, id, PlayedOrders.DECLINED);

    assertThat(alarms()).isEqualTo(before + 1);
    get("/prepaid/lots").body("items.order", contains(id));
    orders.carryOut(channel, id, PlayedOrders.PAID);
    assertThat(alarms()).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("SYS-3 SYS-5 only operators resolve, and only what is in review")
  void notResolved() {
    tokens.ownerOf(channel).body(PAID).post(resolution(id)).then().statusCode(403);
    resolve("{\"outcome\":\"maybe\"}")
        .statusCode(400)
        .body("code", equalTo("body.invalid"))
        .body("errors.field", contains("outcome"));
    resolve("{}").statusCode(400);
    tokens
        .operator()
        .body(NOT_PAID)
        .post(resolution("ord_other"))
        .then()
        .statusCode(404)
        .body("code", equalTo("prepaid.purchase-not-found"));
    order().body("status", equalTo("review"));
    assertThat(subscription.voidedCharges(channel)).isEmpty();
  }

  private void assertNothingIsBought() {
    assertThat(orders.due(channel)).isEmpty();
    get("/prepaid/lots").body("items", hasSize(0));
  }

  private double alarms() {
    return metrics.counter("countinghouse.prepaid.reviews", "of", "order").count();
  }

  private ValidatableResponse buy() {
    return tokens.ownerOf(channel).body(LOT).post(path("/prepaid/purchases")).then();
  }

  private ValidatableResponse resolve(String body) {
    return tokens.operator().body(body).post(resolution(id)).then();
  }

  private ValidatableResponse resolveAs(String key) {
    return tokens
        .operator()
        .header("Idempotency-Key", key)
        .body(NOT_PAID)
        .post(resolution(id))
        .then();
  }

  private ValidatableResponse order() {
    return get("/prepaid/purchases/" + id);
  }

  private ValidatableResponse get(String path) {
    return tokens.ownerOf(channel).get(path(path)).then().statusCode(200);
  }

  private String resolution(String order) {
    return path("/prepaid/orders/" + order + "/resolution");
  }

  private String path(String path) {
    return "/v1/channels/" + channel + path;
  }
}
