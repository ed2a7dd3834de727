package dev.countinghouse.prepaid.skipped;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.event.UsageCounted;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Usage that could not be applied, and what an operator does about it. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class SkippedEventResourceTest {

  @Inject UsageScene scene;
  @Inject Events events;
  @Inject Tokens tokens;
  @Inject Transactions transactions;

  private String channel;

  @BeforeEach
  void january() {
    channel = scene.channelOn("2024-01-10");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
  }

  @Test
  @DisplayName("PRE-9 usage that was skipped is applied after all, and counts once")
  void applied() {
    useWhileTheTableRefuses(70);
    scene.use(channel, "2024-01-06", 1);
    list().body("items.source", contains("metering")).body("items.sequence", contains(1));

    settle("1/application").statusCode(204);

    settle("1/application")
        .statusCode(404)
        .body("code", equalTo("prepaid.skipped-event-not-found"));
    list().body("items", hasSize(0)).body("next", nullValue());
    scene.statement(channel, "2024-01-01", "2024-01-31").body("periods[0].total", equalTo("71"));
    progress().body("skipped.metering", nullValue());
  }

  @Test
  @DisplayName("an event that still cannot be applied is refused with the reason and stays skipped")
  void stillRefused() {
    events.ofMetering(channel, UsageCounted.TYPE, Map.of("channel", 7));

    settle("1/application")
        .statusCode(409)
        .body("code", equalTo("prepaid.skipped-event-refused"))
        .body("reason", containsString("UsageCounted"));

    progress().body("skipped.metering", equalTo(1)).body("consumed.metering", equalTo(1));
  }

  @Test
  @DisplayName("usage of a skipped event that is forgiven never counts")
  void forgiven() {
    useWhileTheTableRefuses(70);

    settle("1/forgiveness").statusCode(204);

    settle("1/application").statusCode(404);
    list().body("items", hasSize(0));
    scene.statement(channel, "2024-01-01", "2024-01-31").body("periods[0].total", equalTo("0"));
  }

  @Test
  @DisplayName("SYS-5 a sequence that is no number is refused")
  void noSequence() {
    settle("one/application").statusCode(400).body("code", equalTo("parameter.invalid"));
  }

  @Test
  @DisplayName("SYS-3 owners see no skipped events and settle none")
  void operatorsOnly() {
    tokens.ownerOf(channel).get(path("")).then().statusCode(403);
    tokens.ownerOf(channel).post(path("/metering/1/forgiveness")).then().statusCode(403);
  }

  private void useWhileTheTableRefuses(long actions) {
    String outage = "add constraint outage check (channel_id <> '" + channel + "') not valid";
    alterUsage(outage);
    scene.use(channel, "2024-01-05", actions);
    alterUsage("drop constraint outage");
  }

  private void alterUsage(String change) {
    transactions
        .run(tx -> tx.update("alter table usage_period " + change))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private ValidatableResponse list() {
    return tokens.operator().get(path("")).then().statusCode(200);
  }

  private ValidatableResponse settle(String how) {
    return tokens.operator().post(path("/metering/" + how)).then();
  }

  private ValidatableResponse progress() {
    return tokens.service().get("/internal/channels/" + channel + "/progress").then();
  }

  private String path(String below) {
    return "/v1/channels/" + channel + "/prepaid/skipped-events" + below;
  }
}
