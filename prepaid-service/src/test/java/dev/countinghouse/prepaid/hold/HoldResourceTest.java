package dev.countinghouse.prepaid.hold;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class HoldResourceTest {

  private static final Instant START = FundedChannels.START;

  @Inject FundedChannels funded;
  @Inject PlayedClock clock;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void fund() {
    channel = funded.sandbox(10_000);
  }

  @Test
  @DisplayName("MON-3 balances are exact to a tenth, as decimal strings")
  void balancesToATenth() {
    hold("m1", 145).body("holds[0].status", equalTo("held")).body("holds[0].code", nullValue());

    balances("1000", "14.5", "985.5");
  }

  @Test
  @DisplayName("PU-3 a hold is captured and the rest released; a repeat gets the same answer")
  void captured() {
    hold("m1", 145);

    for (int time = 0; time < 2; time++) {
      capture("m1", 100).statusCode(200).body("status", equalTo("captured"));
    }

    balances("990", "0", "990");
    settlement("m1/release", "").statusCode(409).body("code", equalTo("pu.hold-ended"));
  }

  @Test
  @DisplayName("PU-3 a hold is released; a capture afterwards is refused and changes nothing")
  void released() {
    hold("m1", 145);

    settlement("m1/release", "").statusCode(200).body("status", equalTo("released"));

    capture("m1", 1)
        .statusCode(409)
        .body("status", equalTo(409))
        .body("code", equalTo("pu.hold-ended"));
    balances("1000", "0", "1000");
  }

  @Test
  @DisplayName("PU-3 captured: a capture of another amount, and a release, are refused; no change")
  void secondCapture() {
    hold("m1", 145);
    capture("m1", 100).statusCode(200);

    for (int tenths : new int[] {99, 101, 145}) {
      ended(capture("m1", tenths), "captured");
      balances("990", "0", "990");
    }
    ended(settlement("m1/release", ""), "captured");
    balances("990", "0", "990");
  }

  @Test
  @DisplayName("PU-3 expired after 72 h: capture and release are refused, and nothing changes")
  void expired() {
    hold("m1", 145);
    hold("m2", 145);
    clock.set(channel, START.plus(Duration.ofHours(72)).minusMillis(1));
    capture("m1", 100).statusCode(200);
    clock.set(channel, START.plus(Duration.ofHours(72)));

    ended(capture("m2", 145), "expired");
    balances("990", "0", "990");
    ended(settlement("m2/release", ""), "expired");
    balances("990", "0", "990");
  }

  private static void ended(ValidatableResponse answer, String status) {
    answer
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo("pu.hold-ended"))
        .body("holdStatus", equalTo(status));
  }

  @Test
  @DisplayName("PU-4 same id + other content = refused")
  void conflict() {
    hold("m1", 145);

    hold("m1", 146)
        .body("holds[0].status", equalTo("refused"))
        .body("holds[0].code", equalTo("pu.hold-conflict"));
  }

  @Test
  @DisplayName("MSG-8 not enough PU: refused with what is needed and what is there")
  void insufficient() {
    hold("m1", 10_001)
        .statusCode(200)
        .body("holds[0].code", equalTo("pu.insufficient"))
        .body("holds[0].neededTenths", equalTo(10_001))
        .body("holds[0].availableTenths", equalTo(10_000));
  }

  @Test
  @DisplayName("PU-3 capture above the hold, unknown hold: refused, nothing changed")
  void badCaptures() {
    hold("m1", 145);

    capture("m1", 146).statusCode(422).body("code", equalTo("pu.capture-exceeds-hold"));
    capture("m2", 1).statusCode(404).body("code", equalTo("pu.hold-not-found"));
    capture("m1", 0).statusCode(400).body("errors[0].field", equalTo("tenths"));
    balances("1000", "14.5", "985.5");
  }

  @Test
  @DisplayName("PU-3 PU-4 one hold by its id: held, the same again; other content is refused")
  void one() {
    for (int time = 0; time < 2; time++) {
      put("m1", 145)
          .statusCode(200)
          .body("id", equalTo("m1"))
          .body("status", equalTo("open"))
          .body("tenths", equalTo(145));
    }

    put("m1", 146).statusCode(409).body("code", equalTo("pu.hold-conflict"));
    balances("1000", "14.5", "985.5");
  }

  @Test
  @DisplayName("MSG-8 one hold that the points do not reach: what is needed and what is there")
  void oneInsufficient() {
    put("m1", 10_001)
        .statusCode(409)
        .body("code", equalTo("pu.insufficient"))
        .body("needed", equalTo("1000.1"))
        .body("available", equalTo("1000"));
    balances("1000", "0", "1000");
  }

  @Test
  @DisplayName("SYS-5 one bad hold names the field; a channel nobody knows is not found")
  void oneBad() {
    put("m1", 0).statusCode(400).body("errors.field", contains("tenths"));
    put("m".repeat(101), 1).statusCode(400).body("errors.field", contains("id"));
    tokens
        .service()
        .body("{\"tenths\":1,\"reason\":\"sms\"}")
        .put("/internal/channels/no-channel/holds/m1")
        .then()
        .statusCode(404)
        .body("code", equalTo("channel.not-found"));
    balances("1000", "0", "1000");
  }

  @ParameterizedTest(name = "{0} blames {1}")
  @DisplayName("SYS-5 bad holds are problems that name the field")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"holds\":[]} | holds",
        "{\"holds\":[{\"id\":\"\",\"channel\":\"ch_1\",\"tenths\":1,\"reason\":\"sms\"}]} | holds[0].id",
        "{\"holds\":[{\"id\":\"m\",\"channel\":\"ch_1\",\"tenths\":0,\"reason\":\"sms\"}]} | holds[0].tenths",
        "{\"holds\":[{\"id\":\"m\",\"channel\":\"ch_1\",\"tenths\":-1,\"reason\":\"sms\"}]} | holds[0].tenths",
        "{\"holds\":[{\"id\":\"m\",\"channel\":\"ch_1\",\"tenths\":1.5,\"reason\":\"sms\"}]} | holds[0].tenths",
        "{\"holds\":[{\"id\":\"m\",\"channel\":\"ch_1\",\"tenths\":10000000000000000000,\"reason\":\"sms\"}]} | holds[0].tenths",
        "{\"holds\":[{\"id\":\"m\",\"tenths\":1,\"reason\":\"sms\"}]} | holds[0].channel",
        "{\"holds\":[{\"id\":\"m\",\"channel\":\"ch_1\",\"tenths\":1}]} | holds[0].reason",
        "{\"holds\":[],\"hold\":1} | hold"
      })
  void badHolds(String body, String field) {
    tokens
        .service()
        .body(body)
        .post("/internal/holds")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", contains(field));
  }

  @Test
  @DisplayName("SYS-5 a hold that is null is a problem, not a bug")
  void nullHold() {
    tokens
        .service()
        .body("{\"holds\":[null]}")
        .post("/internal/holds")
        .then()
        .statusCode(400)
        .body("code", equalTo("body.invalid"));
  }

  @Test
  @DisplayName("SYS-3 holds are for services: an owner is refused, another channel is not found")
  void onlyServices() {
    tokens.ownerOf(channel).body("{\"holds\":[]}").post("/internal/holds").then().statusCode(403);
    tokens
        .ownerOf("ch_00000000000000000000000000000000")
        .get("/v1/channels/" + channel + "/pu")
        .then()
        .statusCode(404);
  }

  @Test
  @DisplayName("PU-1 the journal in pages, newest first, with a cursor of its own channel")
  void journalInPages() {
    hold("m1", 145);
    capture("m1", 100);
    String path = "/v1/channels/" + channel + "/pu/entries";

    String next =
        tokens
            .agentOf(channel)
            .get(path + "?limit=5")
            .then()
            .statusCode(200)
            .body("items.entry", contains(8, 7, 6, 5, 4))
            .body("items.kind", contains("release", "release", "capture", "capture", "hold"))
            .body("items[0].units", equalTo("4.5"))
            .extract()
            .path("next");

    tokens
        .agentOf(channel)
        .queryParam("cursor", next)
        .get(path)
        .then()
        .body("items.entry", contains(3, 2, 1))
        .body("next", nullValue());
  }

  private ValidatableResponse hold(String id, long tenths) {
    String body =
        "{\"holds\":[{\"id\":\"%s\",\"channel\":\"%s\",\"tenths\":%d,\"reason\":\"sms\",\"at\":\"%s\"}]}"
            .formatted(id, channel, tenths, START);
    return tokens.service().body(body).post("/internal/holds").then();
  }

  private ValidatableResponse put(String id, long tenths) {
    return tokens
        .service()
        .body("{\"tenths\":%d,\"reason\":\"sms\"}".formatted(tenths))
        .put("/internal/channels/" + channel + "/holds/" + id)
        .then();
  }

  private ValidatableResponse capture(String id, long tenths) {
    return settlement(id + "/capture", "{\"tenths\":%d}".formatted(tenths));
  }

  private ValidatableResponse settlement(String path, String body) {
    String url = "/internal/channels/" + channel + "/holds/" + path;
    return tokens.service().body(body).post(url).then();
  }

  private void balances(String posted, String held, String available) {
    tokens
        .agentOf(channel)
        .get("/v1/channels/" + channel + "/pu")
        .then()
        .statusCode(200)
        .body("posted", equalTo(posted))
        .body("held", equalTo(held))
        .body("available", equalTo(available));
  }
}
