package dev.countinghouse.metering.usage;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.House;
import dev.countinghouse.metering.Report;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class UsageResourceTest {

  private static final String NOW = "2024-04-02T00:00:00Z";

  @Inject House house;

  private static JsonObject action(String channel, String id, String time) {
    JsonObject data = new JsonObject().put("workflow", "w");
    return Report.event(channel, id, "workflow.action", time, data);
  }

  private static JsonObject marketing(String channel, String id, String time) {
    JsonObject data = new JsonObject().put("recipient", "r");
    return Report.event(channel, id, "marketing.sent", time, data);
  }

  private void post(String channel, JsonObject... events) {
    house
        .owner(channel)
        .contentType(Report.BATCH)
        .body(Report.batch(List.of(events)))
        .post("/v1/events")
        .then()
        .statusCode(202);
  }

  private ValidatableResponse usage(String channel, String query) {
    return house.owner(channel).get("/v1/channels/" + channel + "/usage?" + query).then();
  }

  @Test
  @DisplayName("TIME-1 usage counts on the local day on which it happened; each meter for itself")
  void localDays() {
    String channel = house.sandbox("Asia/Seoul", NOW);
    post(
        channel,
        action(channel, "1", "2024-03-31T14:59:59.999Z"),
        action(channel, "2", "2024-03-31T15:00:00Z"),
        action(channel, "3", "2024-03-31T15:00:00Z"),
        marketing(channel, "4", "2024-03-31T15:00:00Z"));
    String days = "&from=2024-03-30&to=2024-04-01";

    usage(channel, "meter=workflow-actions&groupBy=day" + days)
        .statusCode(200)
        .body("meter", equalTo("workflow-actions"))
        .body("total", equalTo(3))
        .body("groups.key", equalTo(List.of("2024-03-30", "2024-03-31", "2024-04-01")))
        .body("groups.quantity", equalTo(List.of(0, 1, 2)));
    usage(channel, "meter=marketing-messages" + days)
        .statusCode(200)
        .body("total", equalTo(1))
        .body("groups", nullValue());
  }

  @Test
  @DisplayName("grouped by month, a month is cut where the range is")
  void months() {
    String channel = house.sandbox("UTC", NOW);
    post(
        channel,
        action(channel, "1", "2024-02-28T12:00:00Z"),
        action(channel, "2", "2024-02-29T12:00:00Z"),
        action(channel, "3", "2024-04-02T12:00:00Z"),
        action(channel, "4", "2024-04-03T12:00:00Z"));

    usage(channel, "meter=workflow-actions&groupBy=month&from=2024-02-29&to=2024-04-02")
        .statusCode(200)
        .body("total", equalTo(2))
        .body("groups.key", equalTo(List.of("2024-02", "2024-03", "2024-04")))
        .body("groups.quantity", equalTo(List.of(1, 0, 1)));
  }

  @Test
  @DisplayName("without a range, the 31 days that end with the channel's today")
  void defaults() {
    String channel = house.sandbox("UTC", NOW);

    usage(channel, "meter=workflow-actions&groupBy=day")
        .statusCode(200)
        .body("from", equalTo("2024-03-03"))
        .body("to", equalTo("2024-04-02"))
        .body("total", equalTo(0))
        .body("groups", hasSize(31));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          from=2024-04-01,                             meter
          meter=,                                      meter
          meter=steps,                                 meter
          meter=workflow-actions&groupBy=week,         groupBy
          meter=workflow-actions&from=x,               from
          meter=workflow-actions&from=2024-04-03,      from
          meter=workflow-actions&from=2023-02-27,      from
          """)
  @DisplayName("SYS-5 what cannot be asked is refused by name")
  void invalid(String query, String field) {
    String channel = house.sandbox("UTC", NOW);

    usage(channel, query)
        .statusCode(400)
        .body("code", equalTo("parameter.invalid"))
        .body("errors[0].field", equalTo(field));
  }

  @Test
  @DisplayName("SYS-3 another channel's usage is answered as that of a channel that does not exist")
  void foreign() {
    String channel = house.sandbox("UTC", NOW);
    String stranger = house.sandbox("UTC", NOW);

    house
        .owner(stranger)
        .get("/v1/channels/" + channel + "/usage?meter=workflow-actions")
        .then()
        .statusCode(404)
        .body("code", equalTo("channel.not-found"));
  }
}
