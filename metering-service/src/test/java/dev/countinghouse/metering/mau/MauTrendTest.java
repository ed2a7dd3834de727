package dev.countinghouse.metering.mau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.House;
import dev.countinghouse.metering.Report;
import dev.countinghouse.metering.domain.MauWindow;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class MauTrendTest {

  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final String NOW = "2024-03-10T00:00:00Z";
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 10);

  @Inject House house;
  @Inject CountTrend trend;
  @Inject CountMau mau;

  private void post(String channel, List<JsonObject> events) {
    house
        .owner(channel)
        .contentType(Report.BATCH)
        .body(Report.batch(events))
        .post("/v1/events")
        .then()
        .statusCode(202);
    house.awaitCounted(channel);
  }

  private static JsonObject visit(String channel, int n, String user, LocalDate day) {
    return Report.active(channel, "e" + n, user, day + "T12:00:00Z");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {7, 20_240_310})
  @DisplayName("MAU-6 the trend's figures are the days' own")
  void sameFigures(long seed) {
    Random random = new Random(seed);
    String channel = house.sandbox("UTC", NOW);
    List<JsonObject> events = new ArrayList<>();
    for (int n = 0; n < 400; n++) {
      LocalDate day = FIRST.plusDays(random.nextInt(120));
      events.add(visit(channel, n, "u" + random.nextInt(60), day));
    }
    post(channel, events);

    MauTrend figures = trend.count(channel, FIRST, FIRST.plusDays(160)).await().atMost(BOUND);

    assertThat(figures.days()).hasSize(161);
    assertThat(figures.days())
        .allSatisfy(
            day ->
                assertThat(day.mau())
                    .as("seed %d on %s", seed, day.on())
                    .isEqualTo(
                        mau.count(channel, MauWindow.endingOn(day.on())).await().atMost(BOUND)));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-14, 0, 0, 0",
    "2024-01-15, 1, 1, 0",
    "2024-02-13, 1, 1, 0",
    // The first 31 days of the user who came back on 02-14 are over; another is new.
    "2024-02-14, 1, 1, 0",
    "2024-02-15, 2, 1, 1",
    "2024-03-15, 2, 1, 1",
    "2024-03-16, 1, 1, 0",
    "2024-03-17, 0, 0, 0",
  })
  @DisplayName("MAU-6 a user is new while the first day ever is among the 31, then returning")
  void newAndReturning(LocalDate on, long users, long fresh, long returning) {
    String channel = house.sandbox("UTC", NOW);
    post(
        channel,
        List.of(
            visit(channel, 1, "old", LocalDate.of(2024, 2, 14)),
            visit(channel, 2, "old", LocalDate.of(2024, 1, 15)),
            visit(channel, 3, "fresh", LocalDate.of(2024, 2, 15))));

    assertThat(trend.count(channel, on, on).await().atMost(BOUND).days())
        .containsExactly(new MauTrend.Figure(on, users, fresh, returning));
  }

  @Test
  @DisplayName("the trend is shown as JSON and downloads as CSV")
  void formats() {
    String channel = house.sandbox("UTC", NOW);
    post(channel, List.of(visit(channel, 1, "u1", LocalDate.of(2024, 3, 1))));
    String path = "/v1/channels/" + channel + "/mau/trend?from=2024-02-29&to=2024-03-01";

    house
        .owner(channel)
        .get(path)
        .then()
        .statusCode(200)
        .body("days", hasSize(2))
        .body("days[1].on", equalTo("2024-03-01"))
        .body("days[1].mau", equalTo(1))
        .body("days[1].new", equalTo(1))
        .body("days[1].returning", equalTo(0));
    house
        .owner(channel)
        .accept("text/csv")
        .get(path)
        .then()
        .statusCode(200)
        .contentType(equalTo("text/csv;charset=UTF-8"))
        .header(
            "Content-Disposition",
            equalTo("attachment; filename=\"mau-2024-02-29-to-2024-03-01.csv\""))
        .body(equalTo("on,mau,new,returning\r\n2024-02-29,0,0,0\r\n2024-03-01,1,1,0\r\n"));
  }

  @Test
  @DisplayName("without a range the trend is the 31 days that end today")
  void defaults() {
    String channel = house.sandbox("UTC", NOW);

    house
        .owner(channel)
        .get("/v1/channels/" + channel + "/mau/trend")
        .then()
        .statusCode(200)
        .body("from", equalTo("2024-02-09"))
        .body("to", equalTo("2024-03-10"))
        .body("days", hasSize(31));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 2025-02-03, 200",
    "2024-01-01, 2025-02-04, 400",
    "2024-01-01, 2024-01-01, 200",
    "2024-01-02, 2024-01-01, 400",
    "yesterday, 2024-01-01, 400",
  })
  @DisplayName("SYS-5 a trend has 1 to 400 days")
  void limits(String from, String to, int status) {
    String channel = house.sandbox("UTC", NOW);

    house
        .owner(channel)
        .get("/v1/channels/" + channel + "/mau/trend?from=" + from + "&to=" + to)
        .then()
        .statusCode(status);
  }
}
