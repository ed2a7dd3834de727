package dev.countinghouse.prepaid.limit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class LimitTest {

  private static final String ACTION = "workflow-action";

  @Inject UsageScene scene;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void aLotOfAHundred() {
    channel = scene.channelOn("2024-01-10");
    scene.buy(channel, ACTION, 100, "2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
  }

  @Test
  @DisplayName("PRE-16 usage above the limit is refused even when a lot has quota left")
  void refuses() {
    limit("{\"monthly\":100}").statusCode(200).body("monthly", equalTo(100));

    scene.use(channel, "2024-01-02", 90);
    scene.use(channel, "2024-01-03", 60);

    january()
        .body("periods[0].total", equalTo("100"))
        .body("periods[0].refused", equalTo("50"))
        .body("periods[0].limit", equalTo(100))
        .body("windows[0].used", equalTo("100"));
  }

  @Test
  @DisplayName("PRE-16 raising it lets the rest through, for its own days; nothing is lost")
  void raises() {
    limit("{\"monthly\":100}");
    scene.use(channel, "2024-01-02", 250);

    limit("{\"monthly\":120}").statusCode(200);
    january().body("periods[0].total", equalTo("120")).body("periods[0].refused", equalTo("130"));

    lift();
    january()
        .body("periods[0].total", equalTo("250"))
        .body("periods[0].refused", equalTo("0"))
        .body("periods[0].drawn", equalTo("200"))
        .body("periods[0].postpaid", equalTo("50"))
        .body("periods[0].limit", nullValue());
  }

  @Test
  @DisplayName("PRE-16 lowering it below what was used takes nothing back")
  void lowers() {
    scene.use(channel, "2024-01-02", 70);

    limit("{\"monthly\":50}");
    scene.use(channel, "2024-01-03", 1);

    january().body("periods[0].total", equalTo("70")).body("periods[0].refused", equalTo("1"));
  }

  @Test
  @DisplayName(
      "PRE-16 the limit is a month's: the next period begins anew, the one that is over keeps its own")
  void byPeriod() {
    limit("{\"monthly\":100}");
    scene.use(channel, "2024-01-02", 130);
    scene.period(channel, "mau-2023", "paid", "2024-02-01", "2024-03-01");
    scene.set(channel, UsageScene.startOf("2024-02-02"));
    scene.use(channel, "2024-02-01", 110);

    limit("{\"monthly\":105}");
    scene.use(channel, "2024-01-05", 1);

    scene
        .statement(channel, "2024-01-01", "2024-02-29")
        .body("periods.total", contains("100", "105"))
        .body("periods.refused", contains("31", "5"))
        .body("periods.limit", contains(100, 105));
  }

  @Test
  @DisplayName(
      "PRE-16 a limit on a gauge counts from the next period on; raised, it counts at once")
  void gauge() {
    String early = scene.channelOn("2024-01-10");
    scene.period(early, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");
    scene.limit(early, "mu", "{\"monthly\":1000}").statusCode(200);

    closeGauge(early, "2024-01-01", "2024-02-01").body("lines.quantity", contains("50"));
    closeGauge(early, "2024-02-01", "2024-03-01").body("lines", hasSize(0));
    scene.limit(early, "mu", "{\"monthly\":1020}").statusCode(200);
    scene.set(early, UsageScene.startOf("2024-03-02"));
    scene.limit(early, "mu", "{\"monthly\":10}").statusCode(200);

    closeGauge(early, "2024-03-01", "2024-04-01").body("lines.quantity", contains("20"));
  }

  /** The clock is left in the period that follows. */
  private ValidatableResponse closeGauge(String early, String from, String to) {
    scene.set(early, UsageScene.startOf(to).plusSeconds(1));
    return scene
        .close(early, "usage-2024", "early-stage", from, to, Map.of("mau", 1_050L))
        .statusCode(200);
  }

  @Test
  @DisplayName(
      "PRE-16 SUB-4 a period that ended early is over: nothing withheld in it is let through")
  void endedEarly() {
    limit("{\"monthly\":100}");
    scene.use(channel, "2024-01-02", 130);
    scene.set(channel, UsageScene.startOf("2024-01-20"));
    scene.ended(channel, "2024-01-17");

    lift();

    january().body("periods[0].total", equalTo("100")).body("periods[0].refused", equalTo("30"));
  }

  @Test
  @DisplayName("PRE-16 a limit of 0 lets nothing through")
  void zero() {
    limit("{\"monthly\":0}").statusCode(200);

    scene.use(channel, "2024-01-02", 5);

    january().body("periods[0].total", equalTo("0")).body("periods[0].refused", equalTo("5"));
  }

  @Test
  @DisplayName("PRE-16 limits are listed with what this period used of them and what is left")
  void reads() {
    read("").body("items", hasSize(0)).body("next", nullValue());
    limit("{\"monthly\":100}");
    scene.use(channel, "2024-01-02", 90);

    read("")
        .body("items.item", contains(ACTION))
        .body("items.monthly", contains(100))
        .body("items.used", contains(90))
        .body("items.left", contains(10))
        .body("items.periodStart", contains(UsageScene.startOf("2024-01-01").toString()))
        .body("items.periodEnd", contains(UsageScene.startOf("2024-02-01").toString()));
    limit("{\"monthly\":80}");
    read("/" + ACTION)
        .body("monthly", equalTo(80))
        .body("used", equalTo(90))
        .body("left", equalTo(0));
    lift();
    read("").body("items", hasSize(0));
    read("/" + ACTION).statusCode(404).body("code", equalTo("prepaid.limit-not-found"));
    read("/biscuit").statusCode(422).body("code", equalTo("prepaid.unknown-item"));
  }

  @Test
  @DisplayName("PRE-16 TIME-2 in the next period all of a limit is left again")
  void readsTheNextPeriod() {
    limit("{\"monthly\":100}");
    scene.use(channel, "2024-01-02", 90);
    scene.period(channel, "mau-2023", "paid", "2024-02-01", "2024-03-01");

    scene.set(channel, UsageScene.startOf("2024-02-01"));

    read("/" + ACTION).body("used", equalTo(0)).body("left", equalTo(100));
  }

  private ValidatableResponse read(String below) {
    return tokens
        .agentOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/limits" + below)
        .then();
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @DisplayName("SYS-5 what is no limit has a code and changes nothing")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"monthly\":-1} | 422 | prepaid.quantity-below-minimum",
        "{\"monthly\":1.5} | 422 | prepaid.quantity-not-whole",
        "{\"monthly\":9999999999} | 200 |",
        "{\"monthly\":10000000000} | 422 | prepaid.quantity-above-maximum",
        "{\"monthly\":10000000000000000000} | 422 | prepaid.quantity-above-maximum",
        "{\"monthly\":\"100\"} | 400 | body.wrong-type",
        "{\"monthly\":null} | 400 | body.missing-field",
        "{} | 400 | body.missing-field",
        "{\"monthly\":1,\"yearly\":2} | 400 | body.unknown-field"
      })
  void hostile(String body, int status, String code) {
    ValidatableResponse answer = limit(body);

    answer.statusCode(status);
    if (status != 200) {
      answer.body("code", equalTo(code));
      january().body("periods[0].limit", nullValue());
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("SYS-5 an item that the book does not sell, or that nothing measures, has no limit")
  @CsvSource({"biscuit, prepaid.unknown-item", "pu, prepaid.not-metered"})
  void otherItems(String item, String code) {
    scene.limit(channel, item, "{\"monthly\":1}").statusCode(422).body("code", equalTo(code));
  }

  @Test
  @DisplayName("SYS-3 agents do not set limits, and nobody sets another channel's")
  void roles() {
    tokens.agentOf(channel).body(Map.of("monthly", 1)).put(path(channel)).then().statusCode(403);
    tokens
        .ownerOf(scene.channelOn("2024-01-01"))
        .body(Map.of("monthly", 1))
        .put(path(channel))
        .then()
        .statusCode(404);
  }

  private ValidatableResponse limit(String body) {
    return scene.limit(channel, ACTION, body);
  }

  private void lift() {
    tokens.ownerOf(channel).delete(path(channel)).then().statusCode(204);
  }

  private static String path(String channel) {
    return "/v1/channels/" + channel + "/prepaid/limits/" + ACTION;
  }

  private ValidatableResponse january() {
    return scene.statement(channel, "2024-01-01", "2024-01-31");
  }
}
