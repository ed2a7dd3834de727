package dev.countinghouse.metering;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Usage events as a front end writes them. */
public final class Report {

  public static final String ONE = "application/cloudevents+json";
  public static final String BATCH = "application/cloudevents-batch+json";

  private Report() {}

  public static JsonObject active(String channel, String id, String user, String time) {
    return event(channel, id, "user.active", time, new JsonObject().put("user", user));
  }

  public static JsonObject event(
      String channel, String id, String type, String time, JsonObject data) {
    return new JsonObject()
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", "tests")
        .put("type", type)
        .put("subject", channel)
        .put("time", time)
        .put("data", data);
  }

  public static String batch(List<JsonObject> events) {
    return new JsonArray(events).encode();
  }
}
