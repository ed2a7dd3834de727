package dev.countinghouse.prepaid.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.prepaid.pricebook.StampShop;
import dev.countinghouse.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class ClosingTest {

  private static final Instant START = UsageScene.startOf("2024-01-01");
  private static final Instant END = UsageScene.startOf("2024-02-01");

  @Inject StampShop shop;
  @Inject UsageScene scene;
  @Inject Tokens tokens;
  @Inject Transactions transactions;
  @Inject MeterRegistry registry;

  private String channel;

  @BeforeEach
  void january() {
    channel = scene.channelOn("2024-02-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");
    scene.use(channel, "2024-01-15", 60);
  }

  @Test
  @DisplayName("SUB-1a PRE-9 a line an item in the book's order, a gauge beside a counter")
  void lines() {
    ValidatableResponse closed = scene.close(channel, request(1_001));

    closed
        .statusCode(200)
        .body("lines.item", contains("mu", "workflow-action"))
        .body("lines.quantity", contains("1", "10"))
        .body("lines.amountMinor", contains(2, 100))
        .body(
            "lines.description",
            contains(
                "mu beyond prepaid, units 1,001–1,001",
                "workflow-action beyond prepaid, units 51–60"));
  }

  @ParameterizedTest(name = "prepaid only: {0} → {1} lines")
  @DisplayName("PRE-17 what is sold prepaid only is no line of a closing, though nothing covers it")
  @CsvSource({"false, 1", "true, 0"})
  void prepaidOnly(boolean only, int lines) {
    String book = "only-" + UUID.randomUUID();
    String document =
        StampShop.document(book, 1, "0.1")
            .replace("{\"id\": \"stamp\",", "{\"id\": \"stamp\", \"prepaidOnly\": " + only + ",");
    shop.tell(book, 1, document);
    String stamps = scene.channelOn("2024-02-01");
    scene.period(stamps, book, "all", "2024-01-01", "2024-02-01");

    scene.useAt(stamps, "stamps", START, 60);

    scene
        .close(stamps, book, "all", "2024-01-01", "2024-02-01", Map.of())
        .statusCode(200)
        .body("lines", hasSize(lines));
    scene
        .statement(stamps, "stamp", "2024-01-01", "2024-01-31")
        .body("periods[0].total", equalTo("60"));
  }

  @Test
  @DisplayName("asked again, a closing answers the same and draws nothing twice")
  void again() {
    String first = scene.close(channel, request(1_050)).statusCode(200).extract().asString();
    scene.use(channel, "2024-01-20", 5);

    String second = scene.close(channel, request(1_050)).statusCode(200).extract().asString();

    assertThat(second).isEqualTo(first);
    scene
        .statement(channel, "mu", "2024-01-01", "2024-01-31")
        .body("periods[0].total", equalTo("1050"));
  }

  @Test
  @DisplayName("PU-4 the same question that another version of this service wrote down is the same")
  void writtenOtherwise() {
    scene.close(channel, request(1_050)).statusCode(200);
    rewrite(
        """
        {"gauges": [{"value": 1050, "meter": "mau"}], "priceBookVersion": 1, "priceBook": "usage-2024",
         "plan": "early-stage", "ofAnotherVersion": null, "end": "%s", "start": "%s"}
        """
            .formatted(END, START));

    scene
        .close(channel, request(1_050))
        .statusCode(200)
        .body("lines.quantity", contains("50", "10"));

    scene.close(channel, request(1_051)).statusCode(409);
  }

  private void rewrite(String request) {
    transactions
        .run(
            tx ->
                tx.update(
                    "update usage_closing set request = $2 where channel_id = $1",
                    channel,
                    request))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  @Test
  @DisplayName("SUB-1a what comes after a subscription's last closing is shown and billed by none")
  void afterTheLast() {
    scene.close(channel, request(1_000)).statusCode(200).body("lines.quantity", contains("10"));
    scene.ended(channel, "2024-02-01");
    double before = forgiven();

    scene.use(channel, "2024-01-20", 5);

    scene
        .statement(channel, "2024-01-01", "2024-01-31")
        .body("periods[0].postpaid", equalTo("15"))
        .body("periods[0].billed", equalTo("10"));
    assertThat(forgiven() - before).isEqualTo(2 * 5);
  }

  @Test
  @DisplayName("SUB-1a what came late while the subscription goes on is not forgiven")
  void lateButNotLast() {
    scene.close(channel, request(1_000)).statusCode(200);
    double before = forgiven();
    scene.use(channel, "2024-01-20", 2);
    scene.period(channel, "usage-2024", "early-stage", "2024-02-01", "2024-03-01");
    scene.use(channel, "2024-01-20", 3);

    assertThat(forgiven()).isEqualTo(before);
    scene.set(channel, UsageScene.startOf("2024-03-01"));
    scene
        .close(channel, "usage-2024", "early-stage", "2024-02-01", "2024-03-01", Map.of())
        .body("lines.quantity", contains("5"));
  }

  private double forgiven() {
    return registry
        .counter("countinghouse.usage.forgiven.halves", "item", "workflow-action")
        .count();
  }

  @Test
  @DisplayName("PU-4 asked with other content, a closing is refused and nothing changes")
  void otherContent() {
    scene.close(channel, request(1_050)).statusCode(200);

    scene
        .close(channel, request(1_060))
        .statusCode(409)
        .body("code", equalTo("prepaid.closing-conflict"));

    scene
        .statement(channel, "mu", "2024-01-01", "2024-01-31")
        .body("periods[0].total", equalTo("1050"));
  }

  @Test
  @DisplayName(
      "a closing teaches a period whose event has not come, and bills what none before it did")
  void unknownPeriod() {
    scene.set(channel, UsageScene.startOf("2024-03-01"));
    scene.use(channel, "2024-02-10", 70);

    scene
        .close(channel, "usage-2024", "early-stage", "2024-02-01", "2024-03-01", Map.of())
        .body("lines.quantity", contains("20", "10"));
  }

  @Test
  @DisplayName("a period that ended early is closed as far as it went")
  void endedEarly() {
    ClosingRequest request =
        new ClosingRequest(
            START, UsageScene.startOf("2024-01-17"), "early-stage", "usage-2024", 1, List.of());

    scene.close(channel, request).statusCode(200).body("lines.quantity", contains("10"));

    scene.use(channel, "2024-01-20", 5);
    scene.statement(channel, "2024-01-01", "2024-01-31").body("periods[0].total", equalTo("60"));
  }

  @Test
  @DisplayName("SYS-5 a closing that is none is refused; people may not ask")
  void refused() {
    String path = "/internal/channels/" + channel + "/closings/";
    tokens.service().body(request(1)).put(path + END).then().statusCode(400);
    ClosingRequest backwards =
        new ClosingRequest(END, START, "early-stage", "usage-2024", 1, List.of());
    scene.close(channel, backwards).statusCode(400).body("code", equalTo("body.invalid"));
    tokens.ownerOf(channel).body(request(1)).put(path + START).then().statusCode(403);
  }

  private static ClosingRequest request(long mau) {
    return new ClosingRequest(
        START,
        END,
        "early-stage",
        "usage-2024",
        1,
        List.of(new ClosingRequest.GaugeReading("mau", mau)));
  }
}
