package dev.countinghouse.prepaid.window;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gauge draws once, at the billing period's end, beside the close of its window. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class GaugeDrawTest {

  @Inject UsageScene scene;
  @Inject Tokens tokens;

  @ParameterizedTest(name = "the window closes first: {0}")
  @DisplayName("PRE-6 PRE-3 a gauge draws the same before and after its window has closed")
  @CsvSource({"true", "false"})
  void gaugeAfterTheClose(boolean closesFirst) {
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, "mu", 100, "2024-01-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");
    if (closesFirst) {
      scene.advance(channel, "2024-02-01");
    } else {
      scene.set(channel, UsageScene.startOf("2024-02-01"));
    }

    ValidatableResponse closed =
        scene.close(
            channel,
            "usage-2024",
            "early-stage",
            "2024-01-01",
            "2024-02-01",
            Map.of("mau", 1_250L));
    scene.advance(channel, "2024-02-01");

    closed
        .statusCode(200)
        .body("lines.quantity", contains("50"))
        .body("lines.amountMinor", contains(100));
    scene
        .statement(channel, "mu", "2024-01-01", "2024-01-31")
        .body("windows.own", contains("100"))
        .body("windows.borrowed", contains("100"))
        .body("windows.minimum", contains("0"))
        .body("windows.postpaid", contains("50"))
        .body("windows.poolLeft", contains("1000"))
        .body("periods[0].total", equalTo("1250"))
        .body("periods[0].allowance", equalTo("1000"))
        .body("periods[0].drawn", equalTo("200"))
        .body("periods[0].postpaid", equalTo("50"));
  }

  @Test
  @DisplayName("PRE-6 where periods begin in the morning, a gauge draws on the last full day")
  void gaugeOfTheLastFullDay() {
    Duration tenHours = Duration.ofHours(10);
    Instant start = UsageScene.startOf("2024-03-05").plus(tenHours);
    Instant end = UsageScene.startOf("2024-04-05").plus(tenHours);
    String channel = scene.channelOn("2024-03-05");
    scene.buy(channel, "mu", 100, "2024-03-05");
    scene.periodBetween(channel, "usage-2024", "early-stage", start, end);
    scene.advance(channel, "2024-04-05");
    scene.set(channel, end);

    scene.close(
        channel,
        new ClosingRequest(
            start,
            end,
            "early-stage",
            "usage-2024",
            1,
            List.of(new ClosingRequest.GaugeReading("mau", 1_070))));

    scene
        .statement(channel, "mu", "2024-03-05", "2024-04-05")
        .body("windows.used", contains("70", "0"))
        .body("windows.minimum", contains("0", "0"));
  }

  @Test
  @DisplayName("PRE-1 PRE-6 the closing of the last period still draws from a lot that has expired")
  void lastPeriod() {
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, "mu", 100, "2024-01-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-12-01", "2025-01-01");
    for (int month = 2; month <= 12; month++) {
      scene.advance(channel, LocalDate.of(2024, month, 1).toString());
    }
    scene.advance(channel, "2025-01-01");

    scene
        .close(
            channel, "usage-2024", "early-stage", "2024-12-01", "2025-01-01", Map.of("mau", 1_180L))
        .body("lines", hasSize(0));

    scene
        .statement(channel, "mu", "2024-12-01", "2024-12-31")
        .body("windows.used", contains("180"))
        .body("windows.poolLeft", contains("470"));
    lots(channel)
        .body("items[0].status", equalTo("expired"))
        .body("items[0].remaining", equalTo("470"));
  }

  private ValidatableResponse lots(String channel) {
    return tokens
        .ownerOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/lots")
        .then()
        .statusCode(200);
  }
}
