package dev.countinghouse.metering.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.House;
import dev.countinghouse.metering.Report;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class EventsResourceTest {

  private static final String NOW = "2024-03-10T03:00:00Z";
  private static final String TIME = "2024-03-10T01:00:00Z";

  @Inject House house;

  @Test
  @DisplayName("each event of a batch gets its own result, in order")
  void mixedBatch() {
    String channel = house.sandbox("Asia/Seoul", NOW);
    JsonObject first = Report.active(channel, "e1", "u1", TIME);
    List<JsonObject> events =
        List.of(
            first,
            Report.active(channel, "e2", "u2", "2024-01-07T14:59:59Z"),
            Report.active(channel, "e3", "u3", "2024-01-07T15:00:00Z"),
            first,
            Report.active(channel, "e1", "another", TIME),
            Report.event(channel, "e4", "user.gone", TIME, new JsonObject()),
            Report.event(channel, "e5", "user.updated", TIME, new JsonObject().put("user", "u")),
            Report.active(channel, "e6", "u1", "2025-06-01T00:00:00Z"));

    house
        .owner(channel)
        .contentType(Report.BATCH)
        .body(Report.batch(events))
        .post("/v1/events")
        .then()
        .statusCode(202)
        .body("results.id", contains("e1", "e2", "e3", "e1", "e1", "e4", "e5", "e6"))
        .body(
            "results.status",
            contains(
                "accepted",
                "rejected",
                "accepted",
                "duplicate",
                "rejected",
                "rejected",
                "rejected",
                "rejected"))
        .body(
            "results.code",
            contains(
                nullValue(),
                equalTo("event.too-old"),
                nullValue(),
                nullValue(),
                equalTo("event.id-reused"),
                equalTo("event.unknown-type"),
                equalTo("event.malformed"),
                equalTo("event.in-the-future")))
        .body("results[6].field", equalTo("data.class"))
        .body("results[6].expected", equalTo("one of anonymous, lead, member"));
  }

  @ParameterizedTest
  @CsvSource({Report.ONE, "application/json"})
  @DisplayName("one event is answered as a batch of one")
  void one(String mediaType) {
    String channel = house.sandbox("UTC", NOW);

    house
        .owner(channel)
        .contentType(mediaType)
        .body(Report.active(channel, "e1", "u1", TIME).encode())
        .post("/v1/events")
        .then()
        .statusCode(202)
        .body("results", org.hamcrest.Matchers.hasSize(1))
        .body("results[0].id", equalTo("e1"))
        .body("results[0].status", equalTo("accepted"));
  }

  @Test
  @DisplayName("MAU-7 a counted event is a duplicate, with other content a reused id")
  void counted() {
    String channel = house.sandbox("UTC", NOW);
    post(channel, Report.active(channel, "e1", "u1", TIME));
    house.awaitCounted(channel);

    assertThat(post(channel, Report.active(channel, "e1", "u1", TIME))).isEqualTo("duplicate");
    assertThat(post(channel, Report.active(channel, "e1", "u2", TIME)))
        .isEqualTo("event.id-reused");
    assertThat(post(channel, Report.active(channel, "e1", "u1", "2024-02-10T01:00:00Z")))
        .isEqualTo("event.id-reused");
  }

  @Test
  @DisplayName("SYS-3 another's channel and one that does not exist are answered alike")
  void foreignChannel() {
    String mine = house.sandbox("UTC", NOW);
    String foreign = house.sandbox("UTC", NOW);
    String unheardOf = "ch_" + "0".repeat(32);
    List<JsonObject> events =
        List.of(
            Report.active(foreign, "e1", "u1", TIME),
            Report.active(unheardOf, "e2", "u1", TIME),
            Report.active("nonsense", "e3", "u1", TIME));

    var results =
        house
            .owner(mine)
            .contentType(Report.BATCH)
            .body(Report.batch(events))
            .post("/v1/events")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath();

    assertThat(results.getList("results.code", String.class))
        .isEqualTo(Collections.nCopies(3, "channel.not-found"));
    assertThat(results.getList("results.expected", String.class))
        .hasSize(3)
        .containsOnly("the id of a channel of yours");
    assertThat(house.mau(foreign, "2024-03-10")).isZero();
  }

  @Test
  @DisplayName("a live channel refuses what is more than the tolerance ahead")
  void liveFuture() {
    String channel = house.live("UTC");
    String soon = house.now().plus(Duration.ofMinutes(59)).toString();
    String later = house.now().plus(Duration.ofMinutes(61)).toString();

    assertThat(post(channel, Report.active(channel, "e1", "u1", soon))).isEqualTo("accepted");
    assertThat(post(channel, Report.active(channel, "e2", "u1", later)))
        .isEqualTo("event.in-the-future");
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json|{|400|body.malformed",
        "application/json||400|body.missing",
        "application/json|7|400|body.wrong-type",
        "application/cloudevents+json|[]|400|body.wrong-type",
        "application/cloudevents-batch+json|{}|400|body.wrong-type",
        "text/plain|{}|415|",
      })
  @DisplayName("SYS-5 a body that is no batch of events is a problem")
  void wrongBody(String mediaType, String body, int status, String code) {
    String channel = house.sandbox("UTC", NOW);

    var problem =
        house
            .owner(channel)
            .contentType(mediaType)
            .body(body == null ? "" : body)
            .post("/v1/events")
            .then()
            .statusCode(status)
            .contentType("application/problem+json");

    if (code != null) {
      problem.body("code", equalTo(code));
    }
  }

  @Test
  @DisplayName("10,000 events are a batch, 10,001 are too many")
  void limit() {
    String channel = house.sandbox("UTC", NOW);

    post(channel, filler(10_000), 202);
    post(channel, filler(10_001), 413);
  }

  @Test
  @DisplayName("SYS-2 the same key gets the first answer again")
  void idempotencyKey() {
    String channel = house.sandbox("UTC", NOW);
    String body = Report.active(channel, "e1", "u1", TIME).encode();

    for (int n = 0; n < 2; n++) {
      house
          .owner(channel)
          .header("Idempotency-Key", "key-" + channel)
          .contentType(Report.ONE)
          .body(body)
          .post("/v1/events")
          .then()
          .statusCode(202)
          .header("Idempotency-Replayed", n == 0 ? nullValue() : equalTo("true"))
          .body("results[0].status", equalTo("accepted"));
      house.awaitCounted(channel);
    }
  }

  @Test
  @DisplayName("an agent may not report usage")
  void role() {
    String channel = house.sandbox("UTC", NOW);
    Caller agent = new Caller("agent", Set.of(Role.AGENT), new ChannelScope.Only(Set.of(channel)));

    house
        .as(agent)
        .contentType(Report.ONE)
        .body(Report.active(channel, "e1", "u1", TIME).encode())
        .post("/v1/events")
        .then()
        .statusCode(403);
  }

  private static String filler(int events) {
    return Report.batch(
        IntStream.range(0, events).mapToObj(n -> new JsonObject().put("id", "e" + n)).toList());
  }

  private void post(String channel, String batch, int status) {
    house
        .owner(channel)
        .contentType(Report.BATCH)
        .body(batch)
        .post("/v1/events")
        .then()
        .statusCode(status);
  }

  /** The event's status, or why it was rejected. */
  private String post(String channel, JsonObject event) {
    var result =
        house
            .owner(channel)
            .contentType(Report.ONE)
            .body(event.encode())
            .post("/v1/events")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath();
    String code = result.getString("results[0].code");
    return code == null ? result.getString("results[0].status") : code;
  }
}
