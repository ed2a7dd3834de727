package dev.countinghouse.prepaid.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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

@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class RefusedRefundTest {

  private static final Instant NOW = Instant.parse("2024-03-05T01:00:00Z");
  private static final Duration INQUIRY = Duration.ofMinutes(15);

  @Inject BoughtLots bought;
  @Inject PlayedClock clock;
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
  @DisplayName("PRE-15 paid back at once is 201 with its credit note")
  void refunded() {
    subscription.refunds(channel, Scripted.refunded());

    refund().statusCode(201).body("status", equalTo("refunded"));

    lot()
        .body("status", equalTo("refunded"))
        .body("refund.status", equalTo("refunded"))
        .body("refund.creditNote", equalTo("CN-1"));
  }

  @Test
  @DisplayName("PRE-15 declined after its 202: the lot is as it was and says why")
  void declinedLater() {
    lot().body("refund", nullValue());
    subscription.refunds(channel, Scripted.pending());
    String id = refund().statusCode(202).extract().path("id");
    lot().body("status", equalTo("refunding")).body("refund.status", equalTo("pending"));
    subscription.refunds(channel, Scripted.declined("payment.closed"));

    clock.advance(channel, NOW.plus(INQUIRY));

    lot()
        .body("status", equalTo("active"))
        .body("refund.id", equalTo(id))
        .body("refund.status", equalTo("declined"))
        .body("refund.reason", equalTo("payment.closed"))
        .body("refund.creditNote", nullValue());
  }

  @Test
  @DisplayName("PRE-15 asked again after a decline, the lot shows the last refund")
  void lastRefund() {
    subscription.refunds(channel, Scripted.declined("payment.closed"), Scripted.refunded());
    refund().statusCode(409).body("code", equalTo("prepaid.refund-declined"));
    clock.set(channel, NOW.plusSeconds(1));

    String second = refund().statusCode(201).extract().path("id");

    lot().body("refund.id", equalTo(second)).body("refund.status", equalTo("refunded"));
    get("/prepaid/lots").body("items.refund.id", contains(second));
  }

  @ParameterizedTest
  @DisplayName("PU-4 a refund that can never be made is declined with its reason; the lot stays")
  @CsvSource({"422, refund.invalid", "404, charge.not-found", "404, channel.not-found"})
  void neverRefunded(int status, String code) {
    subscription.refunds(channel, Scripted.refused(status, code));

    refund()
        .statusCode(409)
        .body("code", equalTo("prepaid.refund-declined"))
        .body("reason", equalTo(code));

    lot().body("status", equalTo("active")).body("refund.reason", equalTo(code));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("PU-4 what says nothing of the refund is asked again, under the same id")
  @CsvSource({"503, service.unavailable", "404,", "409, charge.pending"})
  void outages(int status, String code) {
    subscription.refunds(channel, Scripted.refused(status, code), Scripted.refunded());
    String id = refund().statusCode(202).extract().path("id");

    clock.advance(channel, NOW.plus(INQUIRY));

    lot().body("status", equalTo("refunded"));
    assertThat(subscription.askedRefunds(channel)).containsExactly(id, id);
  }

  @Test
  @DisplayName("PU-4 a conflict is not asked again: alarm, in review, and the lot gives nothing")
  void conflict() {
    double before = alarms();

    String id = inReview();

    assertThat(alarms()).isEqualTo(before + 1);
    clock.advance(channel, NOW.plus(INQUIRY));
    lot()
        .body("status", equalTo("refunding"))
        .body("refund.status", equalTo("review"))
        .body("refund.reason", equalTo("refund.conflict"));
    assertThat(subscription.askedRefunds(channel)).containsExactly(id);
  }

  private String inReview() {
    subscription.refunds(channel, Scripted.refused(422, "refund.conflict"));
    return refund().statusCode(202).body("status", equalTo("review")).extract().path("id");
  }

  private double alarms() {
    return metrics.counter("countinghouse.prepaid.reviews", "of", "refund").count();
  }

  private ValidatableResponse refund() {
    return tokens.ownerOf(channel).post(path("/prepaid/lots/" + lot + "/refund")).then();
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
