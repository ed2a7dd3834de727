package dev.countinghouse.prepaid.reservation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.countinghouse.contracts.ChannelView;
import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Events;
import dev.countinghouse.prepaid.SeededChannels;
import dev.countinghouse.prepaid.Tokens;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class ReservationResourceTest {

  private static final Instant START = Instant.parse("2024-02-20T01:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(14));
  private static final String ONE = "{\"item\":\"workflow-action\",\"monthlyQuantity\":2000}";

  @Inject Events events;
  @Inject SeededChannels channels;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void startTrial() {
    channel = channels.sandboxAt(START);
    onTrial("paid", "mau-2023");
  }

  @Test
  @DisplayName("PRE-12 on trial an order is reserved; it executes when the paid period starts")
  void reservedOnTrial() {
    reserve(ONE)
        .statusCode(201)
        .header("Location", startsWith("/v1/channels/" + channel + "/prepaid/reservations/rsv_"))
        .body("id", startsWith("rsv_"))
        .body("status", equalTo("reserved"))
        .body("item", equalTo("workflow-action"))
        .body("monthlyQuantity", equalTo(2000))
        .body("renew", equalTo(false))
        .body("madeOn", equalTo("2024-02-20"))
        .body("executesOn", equalTo("2024-03-05"));
  }

  @Test
  @DisplayName("PRE-12 on Free: refused, nothing reserved")
  void refusedOnFree() {
    String free = channels.sandboxAt(START);
    events.ofSubscription(
        free,
        "channel.created",
        new ChannelView(free, "Asia/Seoul", "USD", "KR", "mau-2023", 1, true, START));

    tokens
        .ownerOf(free)
        .body(ONE)
        .post("/v1/channels/" + free + "/prepaid/reservations")
        .then()
        .statusCode(409)
        .body("code", equalTo("prepaid.plan-free"));

    tokens
        .ownerOf(free)
        .get("/v1/channels/" + free + "/prepaid/reservations")
        .then()
        .body("items", hasSize(0));
  }

  @Test
  @DisplayName("PRE-18 several lines are one order: listed apart, all or none")
  void severalLines() {
    onTrial("growth", "usage-2024");
    reserve(
            "{\"lines\":[{\"item\":\"mu\",\"monthlyQuantity\":100},{\"item\":\"basic-seat\",\"monthlyQuantity\":1}],\"renew\":true}")
        .statusCode(201)
        .body("lines.item", contains("mu", "basic-seat"))
        .body("lines.renew", contains(true, true));

    reserve(
            "{\"lines\":[{\"item\":\"mu\",\"monthlyQuantity\":100},{\"item\":\"mu\",\"monthlyQuantity\":99}]}")
        .statusCode(422)
        .body("code", equalTo("prepaid.quantity-below-minimum"))
        .body("errors.field", contains("lines[1].monthlyQuantity"));

    list().body("items", hasSize(2));
  }

  @Test
  @DisplayName("PRE-13 until then its quantity and its renewal can be changed, and it is cancelled")
  void changedAndCancelled() {
    String id = reserve(ONE).extract().path("id");

    patch(id, "{\"monthlyQuantity\":3000}").statusCode(200).body("monthlyQuantity", equalTo(3000));
    patch(id, "{\"renew\":true}")
        .body("renew", equalTo(true))
        .body("monthlyQuantity", equalTo(3000));
    patch(id, "{\"monthlyQuantity\":50}")
        .statusCode(422)
        .body("code", equalTo("prepaid.quantity-below-minimum"));
    patch(id, "{}").statusCode(400).body("code", equalTo("body.invalid"));
    delete(id).statusCode(204);
    delete(id).statusCode(204);

    patch(id, "{\"renew\":false}")
        .statusCode(409)
        .body("code", equalTo("prepaid.reservation-closed"));
    list().body("items.status", contains("cancelled"));
  }

  @Test
  @DisplayName("PRE-13 on Free again: less of it, and its renewal, can be changed all the same")
  void changedOnFree() {
    String id = reserve(ONE).extract().path("id");
    events.ofSubscription(channel, TrialEnded.TYPE, new TrialEnded(channel, END, false));

    patch(id, "{\"renew\":true}").statusCode(200).body("renew", equalTo(true));
    patch(id, "{\"monthlyQuantity\":1999}").statusCode(200);
    patch(id, "{\"monthlyQuantity\":50}")
        .statusCode(422)
        .body("code", equalTo("prepaid.quantity-below-minimum"))
        .body("errors[0].field", equalTo("monthlyQuantity"));
    patch(id, "{\"monthlyQuantity\":2000}")
        .statusCode(409)
        .body("code", equalTo("prepaid.plan-free"));

    tokens
        .ownerOf(channel)
        .get(path(id))
        .then()
        .statusCode(200)
        .body("monthlyQuantity", equalTo(1999))
        .body("status", equalTo("reserved"));
  }

  @Test
  @DisplayName("PRE-11 reservations count towards the plan's limit")
  void planLimit() {
    onTrial("early-stage", "usage-2024");
    reserve("{\"item\":\"mu\",\"monthlyQuantity\":2001}")
        .statusCode(422)
        .body("code", equalTo("prepaid.plan-limit"));
    reserve("{\"item\":\"mu\",\"monthlyQuantity\":1900}").statusCode(201);

    reserve("{\"item\":\"mu\",\"monthlyQuantity\":101}")
        .statusCode(422)
        .body("errors[0].expected", equalTo("at most 100 on this plan"));
    reserve("{\"item\":\"mu\",\"monthlyQuantity\":100}").statusCode(201);
  }

  @ParameterizedTest(name = "{0} of {1}: {2} {3}")
  @DisplayName("PRE-10 SYS-5 bad quantities and items are problems with code and field")
  @CsvSource({
    "0, workflow-action, 422, prepaid.quantity-below-minimum, monthlyQuantity",
    "-1, workflow-action, 422, prepaid.quantity-below-minimum, monthlyQuantity",
    "50, workflow-action, 422, prepaid.quantity-below-minimum, monthlyQuantity",
    "51.5, workflow-action, 422, prepaid.quantity-not-whole, monthlyQuantity",
    "1000001, workflow-action, 422, prepaid.quantity-above-maximum, monthlyQuantity",
    "10000000000000000000, workflow-action, 422, prepaid.quantity-above-maximum, monthlyQuantity",
    "1e400, workflow-action, 422, prepaid.quantity-above-maximum, monthlyQuantity",
    "100, biscuit, 422, prepaid.unknown-item, item",
    "100, pu, 422, prepaid.not-reservable, item",
    "null, workflow-action, 400, body.invalid, monthlyQuantity",
    "'\"100\"', workflow-action, 400, body.wrong-type, monthlyQuantity"
  })
  void badQuantities(String quantity, String item, int status, String code, String field) {
    reserve("{\"item\":\"%s\",\"monthlyQuantity\":%s}".formatted(item, quantity))
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code))
        .body("errors[0].field", equalTo(field));
    list().body("items", hasSize(0));
  }

  @Test
  @DisplayName("SYS-2 a repeat with the same key gets the first answer and reserves once")
  void idempotent() {
    String first = reserveWithKey("key-1", ONE).statusCode(201).extract().path("id");

    reserveWithKey("key-1", ONE)
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(first));

    reserveWithKey("key-1", ONE.replace("2000", "2001")).statusCode(422);
    list().body("items", hasSize(1)).body("next", nullValue());
  }

  @Test
  @DisplayName("SYS-3 another channel's reservation is not found, and an agent may not reserve")
  void othersChannels() {
    String id = reserve(ONE).extract().path("id");
    String other = channels.sandboxAt(START);
    String theirs = "/v1/channels/" + other + "/prepaid/reservations/" + id;

    tokens.ownerOf(other).delete(theirs).then().statusCode(404);
    tokens.ownerOf(other).delete(path(id)).then().statusCode(404);
    tokens.agentOf(channel).body(ONE).post(path("")).then().statusCode(403);
    list().body("items.status", contains("reserved"));
  }

  @Test
  @DisplayName("PRE-8 a quote shows the month and the term: 5,000 → $395 and $4,740")
  void quote() {
    tokens
        .ownerOf(channel)
        .body("{\"lines\":[{\"item\":\"workflow-action\",\"monthlyQuantity\":5000}]}")
        .post("/v1/channels/" + channel + "/prepaid/quotes")
        .then()
        .statusCode(200)
        .body("monthly.amount", equalTo("395.00"))
        .body("term.amount", equalTo("4740.00"))
        .body("lines[0].months", equalTo(12));
  }

  @Test
  @DisplayName("PRE-10 a quote refuses what a purchase would")
  void badQuote() {
    tokens
        .ownerOf(channel)
        .body("{\"lines\":[{\"item\":\"workflow-action\",\"monthlyQuantity\":50}]}")
        .post("/v1/channels/" + channel + "/prepaid/quotes")
        .then()
        .statusCode(422)
        .body("code", equalTo("prepaid.quantity-below-minimum"));
  }

  private void onTrial(String plan, String book) {
    events.ofSubscription(
        channel,
        TrialStarted.TYPE,
        new TrialStarted(channel, plan, List.of(), book, 1, START, END, 0));
  }

  private String path(String id) {
    return "/v1/channels/" + channel + "/prepaid/reservations" + (id.isEmpty() ? "" : "/" + id);
  }

  private ValidatableResponse reserve(String body) {
    return tokens.ownerOf(channel).body(body).post(path("")).then();
  }

  private ValidatableResponse reserveWithKey(String key, String body) {
    return tokens.ownerOf(channel).header("Idempotency-Key", key).body(body).post(path("")).then();
  }

  private ValidatableResponse patch(String id, String body) {
    return tokens.ownerOf(channel).body(body).patch(path(id)).then();
  }

  private ValidatableResponse delete(String id) {
    return tokens.ownerOf(channel).delete(path(id)).then();
  }

  private ValidatableResponse list() {
    return tokens.ownerOf(channel).get(path("")).then().statusCode(200);
  }
}
