package dev.countinghouse.gateway.testing;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.ServiceName;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a test tells the surroundings. */
public final class Control {

  private Control() {}

  /** From now on the subject has these roles, by channel. */
  public static void members(String subject, Map<String, Role> roles) {
    JsonArray memberships = new JsonArray();
    roles.forEach(
        (channel, role) ->
            memberships.add(new JsonObject().put("channel", channel).put("role", role.name())));
    put("/members/" + subject, memberships.encode());
  }

  /** From now on subscription knows an API key with that hash. */
  public static void apiKey(String hash, String channel, Role role, String subject) {
    JsonObject key =
        new JsonObject().put("channel", channel).put("role", role.name()).put("subject", subject);
    put("/keys/" + hash, key.encode());
  }

  public static void up(ServiceName service) {
    put("/services/" + service.id() + "/up", "");
  }

  public static void down(ServiceName service) {
    put("/services/" + service.id() + "/down", "");
  }

  public static void redisUp() {
    put("/redis/up", "");
  }

  public static void redisDown() {
    put("/redis/down", "");
  }

  /** How often a service was asked what {@code name} says. */
  public static int seen(ServiceName service, String name) {
    String url = value("quarkus.rest-client." + service.id() + ".url");
    return Integer.parseInt(
        bare().get(url + "/seen/" + name.replace(" ", "%20")).then().extract().asString());
  }

  private static void put(String path, String body) {
    bare().body(body).put(value("test.control") + path).then().statusCode(200);
  }

  private static RequestSpecification bare() {
    return RestAssured.given().urlEncodingEnabled(false);
  }

  static String value(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
