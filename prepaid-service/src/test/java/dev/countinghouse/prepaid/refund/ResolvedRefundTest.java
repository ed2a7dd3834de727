package dev.countinghouse.prepaid.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.AnsweringSubscription;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.ScriptedAnswers;
import dev.countinghouse.prepaid.ScriptedAnswers.Scripted;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.order.BoughtLots;
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

/** What an operator says of a refund in review, and what subscription-service says of its money. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class ResolvedRefundTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");

  @Inject BoughtLots bought;
  @Inject PlayedClock clock;
  @Inject PlayedRefunds refunds;
  @Inject ScriptedAnswers subscription;
  @Inject MeterRegistry metrics;
  @Inject Tokens tokens;

  private String channel;
  private String lot;

  @BeforeEach
  void buy() {
    channel = bought.channelOn("growth", NOW);
    lot = bought.buy(channel, "workflow-action", 1000, false);
  }

  @Test
  @DisplayName(
      "PU-4 an operator says that the money is back, and it is: once, with its credit note")
  void refunded() {
    String id = inReview();
    subscription.foundRefunds(channel, Scripted.refunded());

    resolve(id, "refunded")
        .statusCode(200)
        .body("status", equalTo("refunded"))
        .body("creditNote", equalTo("CN-1"));

    lot().body("status", equalTo("refunded"));
    resolve(id, "declined").statusCode(409).body("code", equalTo("prepaid.not-in-review"));
    lot().body("status", equalTo("refunded"));
    assertThat(subscription.voidedRefunds(channel)).isEmpty();
  }

  @Test
  @DisplayName("PU-4 declined: its id is voided first, and the lot is as it was")
  void declined() {
    String id = inReview();
    subscription.noRefunds(channel);

    resolve(id, "declined").statusCode(200).body("status", equalTo("declined"));

    assertThat(subscription.voidedRefunds(channel)).containsExactly(id);
    lot().body("status", equalTo("active")).body("refund.reason", equalTo("refund.conflict"));
  }

  @Test
  @DisplayName("PU-1 PU-4 declined of points: they are there again")
  void declinedPoints() {
    lot = bought.buy(channel, "pu", 1000, false);
    String id = inReview();
    get("/pu").body("available", equalTo("0"));
    subscription.noRefunds(channel);

    resolve(id, "declined").statusCode(200);

    get("/pu").body("available", equalTo("1000"));
    lot().body("status", equalTo("active"));
  }

  @Test
  @DisplayName("PU-4 a stale `declined` ends no later refund of the lot")
  void stale() {
    String first = inReview();
    subscription.noRefunds(channel);
    resolve(first, "declined").statusCode(200);
    clock.set(channel, NOW.plusSeconds(1));
    String second = inReview();

    resolve(first, "declined").statusCode(409).body("code", equalTo("prepaid.not-in-review"));

    lot().body("refund.id", equalTo(second)).body("refund.status", equalTo("review"));
    assertThat(subscription.voidedRefunds(channel)).containsExactly(first);
  }

  @ParameterizedTest(name = "{0}, but it is {1}")
  @DisplayName(
      "PU-4 what the refund contradicts is refused: in review still, the lot gives nothing")
  @CsvSource({
    "refunded, pending, 200",
    "refunded, declined, 200",
    "refunded, unknown, 404",
    "declined, pending, 200",
    "declined, refunded, 200"
  })
  void contradicted(String outcome, String found, int http) {
    String id = inReview();
    Scripted answer =
        http == 404 ? Scripted.refused(404, "refund.not-found") : Scripted.status(found);
    subscription.foundRefunds(channel, answer);

    resolve(id, outcome)
        .statusCode(409)
        .body("code", equalTo("prepaid.review-contradicted"))
        .body("refundStatus", equalTo(found));

    lot().body("status", equalTo("refunding")).body("refund.status", equalTo("review"));
  }

  @Test
  @DisplayName("PU-4 while subscription-service is away nothing is ended")
  void away() {
    String id = inReview();

    resolve(id, "declined").statusCode(503).body("code", equalTo("service.unavailable"));

    lot().body("refund.status", equalTo("review"));
  }

  @Test
  @DisplayName("PU-4 the money is back, heard after it was said not to be: alarm, the lot stays")
  void refundedTooLate() {
    String id = inReview();
    subscription.noRefunds(channel);
    resolve(id, "declined").statusCode(200);
    double before = alarms();

    refunds.conclude(channel, id, PlayedRefunds.REFUNDED);

    assertThat(alarms()).isEqualTo(before + 1);
    lot().body("status", equalTo("active"));
    refunds.conclude(channel, id, PlayedRefunds.DECLINED);
    assertThat(alarms()).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("PU-4 an operator has it asked for again, under its id")
  void askedAgain() {
    String id = inReview();
    subscription.refunds(channel, Scripted.refunded());

    resolve(id, "ask-again").statusCode(200).body("status", equalTo("pending"));
    clock.advance(channel, NOW);

    await().atMost(LONG).untilAsserted(() -> lot().body("status", equalTo("refunded")));
    assertThat(subscription.askedRefunds(channel)).containsExactly(id, id);
  }

  @Test
  @DisplayName("SYS-3 SYS-5 only operators resolve, and only a refund that is in review")
  void notResolved() {
    tokens
        .ownerOf(channel)
        .body(body("ref_1", "declined"))
        .post(resolution())
        .then()
        .statusCode(403);
    resolve("ref_1", "declined").statusCode(409).body("code", equalTo("prepaid.not-in-review"));
    resolve("ref_1", "perhaps").statusCode(400).body("errors.field", contains("outcome"));
    tokens
        .operator()
        .body("{\"outcome\":\"declined\"}")
        .post(resolution())
        .then()
        .statusCode(400)
        .body("errors.field", contains("refund"));
  }

  private String inReview() {
    subscription.refunds(channel, Scripted.refused(422, "refund.conflict"));
    return tokens
        .ownerOf(channel)
        .post(path("/prepaid/lots/" + lot + "/refund"))
        .then()
        .statusCode(202)
        .body("status", equalTo("review"))
        .extract()
        .path("id");
  }

  private double alarms() {
    return metrics.counter("countinghouse.prepaid.reviews", "of", "refund").count();
  }

  private ValidatableResponse resolve(String id, String outcome) {
    return tokens.operator().body(body(id, outcome)).post(resolution()).then();
  }

  private static String body(String id, String outcome) {
    return "{\"refund\":\"" + id + "\",\"outcome\":\"" + outcome + "\"}";
  }

  private String resolution() {
    return path("/prepaid/lots/" + lot + "/refund/resolution");
  }

  private ValidatableResponse lot() {
    return get("/prepaid/lots/" + lot);
  }

  private ValidatableResponse get(String path) {
    return tokens.ownerOf(channel).get(path(path)).then().statusCode(200);
  }

  private String path(String path) {
    return "/v1/channels/" + channel + path;
  }
}
