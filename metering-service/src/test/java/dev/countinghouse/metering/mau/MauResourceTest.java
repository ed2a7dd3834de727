package dev.countinghouse.metering.mau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.House;
import dev.countinghouse.metering.Report;
import dev.countinghouse.metering.counting.CountedUsage;
import dev.countinghouse.metering.counting.UsageCounting;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class MauResourceTest {

  @Inject House house;
  @Inject UsageCounting counting;
  @Inject CountedUsage counted;

  @Test
  @DisplayName("MAU-2 active on 2024-03-01 only: counted on 03-31, not on 04-01")
  void ruleExample() {
    String channel = house.sandbox("Asia/Seoul", "2024-03-05T00:00:00Z");
    post(channel, List.of(Report.active(channel, "e1", "u1", "2024-02-29T15:00:00Z")));

    assertThat(house.mau(channel, "2024-02-29")).isZero();
    assertThat(house.mau(channel, "2024-03-01")).isOne();
    assertThat(house.mau(channel, "2024-03-31")).isOne();
    assertThat(house.mau(channel, "2024-04-01")).isZero();
  }

  @Test
  @DisplayName("MAU-7 30,000 events of 12,000 users, shuffled, each batch twice: exactly 12,000")
  void story() {
    String channel = house.sandbox("Asia/Seoul", "2024-03-01T00:00:00Z");
    String neighbour = house.sandbox("Asia/Seoul", "2024-03-01T00:00:00Z");
    List<JsonObject> events = story(channel);

    for (int from = 0; from < events.size(); from += 5_000) {
      List<JsonObject> batch = events.subList(from, from + 5_000);
      post(channel, batch);
      post(channel, batch);
    }

    house.awaitCounted(channel);
    assertThat(house.mau(channel, "2024-03-10")).isEqualTo(12_000);
    assertThat(house.mau(neighbour, "2024-03-10")).isZero();
    assertThat(house.number("select count(*) from usage_event where channel_id = $1", channel))
        .isEqualTo(30_000);
  }

  /** Every user comes on one day at least; 18,000 further visits on random days. */
  private static List<JsonObject> story(String channel) {
    Random random = new Random(20_240_301);
    List<JsonObject> events = new ArrayList<>();
    for (int n = 0; n < 30_000; n++) {
      int user = n < 12_000 ? n : random.nextInt(12_000);
      Duration into = Duration.ofDays(random.nextInt(10)).plusMinutes(random.nextInt(1440));
      Instant time = Instant.parse("2024-02-29T15:00:00Z").plus(into);
      events.add(Report.active(channel, "e" + n, "user-" + user, time.toString()));
    }
    Collections.shuffle(events, random);
    return events;
  }

  @Test
  @DisplayName("a figure includes what was accepted before, or says that it does not")
  void behind() {
    String channel = house.sandbox("UTC", "2024-03-05T00:00:00Z");
    counting.stop();
    post(channel, List.of(Report.active(channel, "e1", "u1", "2024-03-01T00:00:00Z")));

    mau(channel).header("Countinghouse-Counting", equalTo("behind")).body("mau", equalTo(0));
    house
        .service()
        .get("/internal/channels/" + channel + "/mau?on=2024-03-05")
        .then()
        .statusCode(503)
        .body("code", equalTo("usage.behind"));
    assertThat(counted.count(channel).await().atMost(Duration.ofSeconds(5))).isPositive();

    counting.start();
    house.awaitCounted(channel);

    mau(channel).header("Countinghouse-Counting", nullValue()).body("mau", equalTo(1));
    assertThat(counted.count(channel).await().atMost(Duration.ofSeconds(5))).isZero();
  }

  private io.restassured.response.ValidatableResponse mau(String channel) {
    return house
        .owner(channel)
        .get("/v1/channels/" + channel + "/mau?on=2024-03-05")
        .then()
        .statusCode(200);
  }

  @Test
  @DisplayName("without a day the figure is of the channel's local today")
  void today() {
    String channel = house.sandbox("Asia/Seoul", "2024-03-05T15:00:00Z");

    house
        .owner(channel)
        .get("/v1/channels/" + channel + "/mau")
        .then()
        .statusCode(200)
        .body("on", equalTo("2024-03-06"))
        .body("mau", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-30", "yesterday", "2024-3-1", "0", "+999999999-01-01"})
  @DisplayName("SYS-5 what is no date is a problem that names the parameter")
  void badDate(String on) {
    String channel = house.sandbox("UTC", "2024-03-05T00:00:00Z");

    house
        .owner(channel)
        .queryParam("on", on)
        .get("/v1/channels/" + channel + "/mau")
        .then()
        .statusCode(400)
        .body("code", equalTo("parameter.invalid"))
        .body("errors[0].field", equalTo("on"));
  }

  @Test
  @DisplayName("SYS-3 another's channel is not found, and people get nothing internal")
  void foreign() {
    String mine = house.sandbox("UTC", "2024-03-05T00:00:00Z");
    String foreign = house.sandbox("UTC", "2024-03-05T00:00:00Z");

    house.owner(mine).get("/v1/channels/" + foreign + "/mau").then().statusCode(404);
    house.owner(mine).get("/internal/channels/" + mine + "/mau").then().statusCode(403);
  }

  private void post(String channel, List<JsonObject> events) {
    house
        .owner(channel)
        .contentType(Report.BATCH)
        .body(Report.batch(events))
        .post("/v1/events")
        .then()
        .statusCode(202);
  }
}
