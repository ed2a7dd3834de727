package dev.countinghouse.gateway;

import static dev.countinghouse.gateway.testing.Calls.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.gateway.testing.GatewayProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(GatewayProfile.class)
class OpenApiTest {

  @Test
  @DisplayName("one document has every call of the route table and no other")
  void everyRoute() {
    Map<String, Map<String, Object>> paths = document().getMap("paths");
    TreeSet<String> described = new TreeSet<>();
    paths.forEach(
        (path, operations) ->
            operations
                .keySet()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    TreeSet<String> expected = new TreeSet<>();
    Routes.all().forEach(route -> expected.add(route.method() + " " + route.path()));
    assertThat(described).isEqualTo(expected);
  }

  @Test
  @DisplayName("SYS-2 every POST takes Idempotency-Key, and every call can be refused")
  void completed() {
    JsonPath document = document();
    for (Route route : Routes.all()) {
      String method = route.method().toLowerCase(Locale.ROOT);
      Map<String, Object> operation =
          document.getMap("paths.'" + route.path() + "'." + method + "");
      if (route.method().equals("POST")) {
        assertThat(String.valueOf(operation.get("parameters")))
            .as(route.toString())
            .contains("#/components/parameters/IdempotencyKey");
      }
      assertThat(String.valueOf(operation.get("responses")))
          .as(route.toString())
          .contains("#/components/responses/Problem");
    }
    assertThat(document.getMap("components.securitySchemes")).containsKeys("bearer", "apiKey");
  }

  @Test
  @DisplayName(
      "schemas that differ carry their service's name, equal ones are one, internal ones are gone")
  void schemas() {
    JsonPath document = document();
    assertThat(document.<String, Object>getMap("components.schemas"))
        .containsKeys("SubscriptionPage", "MeteringPage", "PrepaidPage", "MessagingPage", "Money")
        .doesNotContainKeys("Page", "Internal");
    Map<String, Object> parameters = document.getMap("paths.'/v1/channels/{c}/pu'.get");
    assertThat(String.valueOf(parameters.get("parameters"))).contains("name=c,");
  }

  @Test
  @DisplayName("every reference of the document leads somewhere")
  void references() {
    String text = anonymous().get("/openapi").asString();
    JsonPath document = new JsonPath(text);
    Matcher reference = Pattern.compile("\"#/components/(\\w+)/(\\w+)\"").matcher(text);
    while (reference.find()) {
      Object target = document.get("components." + reference.group(1) + "." + reference.group(2));
      assertThat(target).as(reference.group()).isNotNull();
    }
  }

  @Test
  @DisplayName("the document comes as JSON and as YAML")
  void formats() {
    anonymous().get("/openapi").then().contentType("application/json");
    anonymous().get("/openapi.json").then().statusCode(200);
    for (String path : List.of("/openapi.yaml", "/openapi?format=yaml")) {
      anonymous()
          .get(path)
          .then()
          .contentType("application/yaml")
          .body(containsString("openapi: "))
          .body(containsString("/v1/channels/{c}/pu:"));
    }
    anonymous().accept("application/yaml").get("/openapi").then().contentType("application/yaml");
  }

  @Test
  @DisplayName("the page at /docs loads with everything it refers to")
  void docs() {
    String page = anonymous().get("/docs/").then().statusCode(200).extract().asString();
    assertThat(page).contains("/openapi");
    Matcher asset = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
    int assets = 0;
    while (asset.find()) {
      anonymous().get("/docs/" + asset.group(1)).then().statusCode(200);
      assets++;
    }
    assertThat(assets).isGreaterThan(3);
  }

  @Test
  @DisplayName("the first page leads to the documentation and to health")
  void index() {
    anonymous()
        .get("/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("href=\"/docs\""))
        .body(containsString("href=\"/q/health\""));
  }

  private static JsonPath document() {
    return anonymous().get("/openapi").then().statusCode(200).extract().jsonPath();
  }
}
