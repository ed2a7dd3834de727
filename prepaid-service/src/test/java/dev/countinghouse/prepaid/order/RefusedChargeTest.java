package dev.countinghouse.prepaid.order;

import static org.assertj.core.api.Assertions.assertThat;
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

@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class RefusedChargeTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final Duration INQUIRY = Duration.ofMinutes(15);
  private static final String LOT = "{\"item\":\"mu\",\"monthlyQuantity\":2000}";

  @Inject BoughtLots bought;
  @Inject PlayedOrders orders;
  @Inject PlayedClock clock;
  @Inject ScriptedAnswers subscription;
  @Inject MeterRegistry metrics;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void payForAPeriod() {
    channel = bought.channelOn("early-stage", NOW);
  }

  @Test
  @DisplayName("PRE-8 paid at once is 201 with its lot and its invoice")
  void paid() {
    subscription.charges(channel, Scripted.paid());

    buy(LOT)
        .statusCode(201)
        .body("status", equalTo("paid"))
        .body("invoice", equalTo("2024-7"))
        .body("lots", hasSize(1));
  }

  @ParameterizedTest
  @DisplayName("PRE-18 declined is 402 with the reason as its code, nothing is bought")
  @CsvSource({"payment.declined", "payment.no-method"})
  void declined(String reason) {
    subscription.charges(channel, Scripted.declined(reason));

    buy(LOT).statusCode(402).body("code", equalTo(reason));

    assertNothingIsBought();
  }

  @ParameterizedTest
  @DisplayName("PU-4 a charge that can never be made ends the order, and its room is free")
  @CsvSource({"422, charge.invalid", "404, channel.not-found"})
  void neverCharged(int status, String code) {
    subscription.charges(channel, Scripted.refused(status, code));

    buy(LOT)
        .statusCode(409)
        .body("code", equalTo("prepaid.not-charged"))
        .body("reason", equalTo(code));

    assertNothingIsBought();
    subscription.charges(channel, Scripted.paid());
    buy(LOT).statusCode(201);
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("PU-4 what says nothing of the charge is asked again, under the same id")
  @CsvSource({"503, service.unavailable", "404,", "404, path.unknown", "401, auth.missing", "429,"})
  void outages(int status, String code) {
    subscription.charges(channel, Scripted.refused(status, code), Scripted.paid());
    String id = buy(LOT).statusCode(202).body("status", equalTo("pending")).extract().path("id");

    clock.advance(channel, NOW.plus(INQUIRY));

    purchase(id).body("status", equalTo("paid"));
    assertThat(subscription.askedCharges(channel)).containsExactly(id, id);
  }

  @Test
  @DisplayName("PU-4 pending is asked for again until it is known")
  void pending() {
    subscription.charges(channel, Scripted.pending());
    String id = buy(LOT).statusCode(202).extract().path("id");
    subscription.charges(channel, Scripted.paid());

    clock.advance(channel, NOW.plus(INQUIRY));

    purchase(id).body("status", equalTo("paid")).body("lots", hasSize(1));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("PU-4 a conflict is not asked again: alarm, in review, and its room is kept")
  @CsvSource({"422, charge.conflict", "400, body.unknown-field", "409, charge.other"})
  void conflict(int status, String code) {
    double before = alarms();
    subscription.charges(channel, Scripted.refused(status, code));

    String id =
        buy(LOT)
            .statusCode(202)
            .body("status", equalTo("review"))
            .body("reason", equalTo(code))
            .extract()
            .path("id");

    assertThat(alarms()).isEqualTo(before + 1);
    assertThat(orders.due(channel)).isEmpty();
    clock.advance(channel, NOW.plus(INQUIRY));
    purchase(id).body("status", equalTo("review"));
    buy(LOT).statusCode(422).body("code", equalTo("prepaid.plan-limit"));
    assertThat(subscription.askedCharges(channel)).containsExactly(id);
  }

  private void assertNothingIsBought() {
    assertThat(orders.due(channel)).isEmpty();
    get("/prepaid/lots").body("items", hasSize(0));
  }

  private double alarms() {
    return metrics.counter("countinghouse.prepaid.reviews", "of", "order").count();
  }

  private ValidatableResponse buy(String body) {
    return tokens.ownerOf(channel).body(body).post(path("/prepaid/purchases")).then();
  }

  private ValidatableResponse purchase(String id) {
    return get("/prepaid/purchases/" + id);
  }

  private ValidatableResponse get(String path) {
    return tokens.ownerOf(channel).get(path(path)).then().statusCode(200);
  }

  private String path(String path) {
    return "/v1/channels/" + channel + path;
  }
}
