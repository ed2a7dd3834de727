package dev.countinghouse.gateway;

import static dev.countinghouse.gateway.testing.Calls.anonymous;
import static dev.countinghouse.gateway.testing.Calls.as;
import static dev.countinghouse.gateway.testing.Calls.asOperator;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.gateway.testing.GatewayProfile;
import dev.countinghouse.gateway.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(GatewayProfile.class)
class RoutingTest {

  private static final String CHANNEL = "ch_0192f0c1aaaa7000800000000000000a";

  static Stream<Route> routes() {
    return Routes.all().stream();
  }

  @ParameterizedTest
  @MethodSource("routes")
  @DisplayName("every call of the route table reaches the service that answers it, unchanged")
  void everyRoute(Route route) {
    String path = route.path().replace("{c}", CHANNEL).replaceAll("\\{[^}]*}", "some-id");
    String role = route.roles().contains(Role.OPERATOR) ? "operator" : "service";
    as(Tokens.withRoles("caller", role))
        .urlEncodingEnabled(false)
        .request(route.method(), path + "?a=1&b=%2F")
        .then()
        .statusCode(200)
        .body("service", equalTo(route.service().id()))
        .body("method", equalTo(route.method()))
        .body("uri", equalTo(path + "?a=1&b=%2F"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/v1/",
        "/v1/nothing",
        "/v1/channels/",
        "/v1/channels/a/nothing",
        "/v1/channels/a/pu/",
        "/v1/internal",
        "/internal/channels/a",
        "/internal/memberships?subject=ann",
        "/nothing"
      })
  @DisplayName("SYS-5 a path that the table lacks is path.unknown, internal ones included")
  void unknownPath(String path) {
    asOperator()
        .get(path)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("path.unknown"))
        .header("X-Request-Id", matchesPattern("req_[0-9a-f]{32}"));
  }

  @Test
  @DisplayName("SYS-5 another method is method.not-allowed and the answer says which are")
  void otherMethod() {
    anonymous()
        .delete("/v1/channels")
        .then()
        .statusCode(405)
        .header("Allow", "GET, POST")
        .body("code", equalTo("method.not-allowed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/channels/%2e%2e/price-books",
        "/v1/channels/ch_x/../../price-books",
        "/v1//price-books",
        "/v1/./price-books"
      })
  @DisplayName("SYS-3 a path is checked as the services will read it, however it is spelt")
  void spellings(String path) {
    // Given that the services read all of these as /v1/price-books
    asOperator()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(200)
        .body("service", equalTo("subscription"));
  }

  @Test
  @DisplayName("HEAD is allowed where GET is")
  void head() {
    asOperator().head("/v1/channels/" + CHANNEL + "/pu").then().statusCode(200);
  }

  @Test
  @DisplayName("the local issuer does not exist outside the profile local")
  void noLocalIssuer() {
    anonymous()
        .contentType("application/json")
        .body("{\"subject\":\"ann\",\"roles\":[]}")
        .post("/local-issuer/token")
        .then()
        .statusCode(404)
        .body("code", equalTo("path.unknown"))
        .body("token", nullValue());
    anonymous().get("/local-issuer/jwks").then().statusCode(404);
  }

  @Test
  @DisplayName("CORS is off unless it is configured")
  void noCors() {
    anonymous()
        .header("Origin", "https://elsewhere.example")
        .get("/v1/channels")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", nullValue());
  }
}
