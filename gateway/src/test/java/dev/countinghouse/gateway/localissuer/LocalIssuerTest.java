package dev.countinghouse.gateway.localissuer;

import static dev.countinghouse.gateway.testing.Calls.anonymous;
import static dev.countinghouse.gateway.testing.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.gateway.testing.GatewayProfile;
import dev.countinghouse.gateway.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LocalIssuerTest.Local.class)
class LocalIssuerTest {

  /** The profile local, with keys such as local-stack writes. */
  public static class Local extends GatewayProfile {
    @Override
    public String getConfigProfile() {
      return "local";
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(super.testResources().getFirst(), new TestResourceEntry(LocalKeyFiles.class));
    }
  }

  @Test
  @DisplayName("a token of the local issuer proves its subject and its suite-wide roles")
  void token() {
    Response answer = ask("{\"subject\":\"ann\",\"roles\":[\"OPERATOR\"],\"expiresInSeconds\":60}");
    answer.then().statusCode(200);
    Instant end = Instant.parse(answer.path("expiresAt"));
    assertThat(end).isBetween(Instant.now().plusSeconds(30), Instant.now().plusSeconds(90));
    as(answer.path("token")).get("/v1/channels/ch_x/pu").then().statusCode(200);
  }

  @Test
  @DisplayName("a token without suite-wide roles is a person's")
  void person() {
    Response answer = ask("{\"subject\":\"ben\",\"roles\":[\"owner\"]}");
    as(answer.path("token")).get("/v1/channels/ch_x/pu").then().statusCode(404);
    as(answer.path("token")).body("{}").post("/v1/channels").then().statusCode(200);
  }

  @Test
  @DisplayName("a changed token and one of another issuer prove nobody")
  void forged() {
    String token = ask("{\"subject\":\"ann\",\"roles\":[]}").path("token");
    String[] parts = token.split("\\.");
    as(parts[0] + "." + parts[1] + "x." + parts[2]).get("/v1/channels").then().statusCode(401);
    as(Tokens.withRoles("ann", "operator"))
        .get("/v1/channels")
        .then()
        .statusCode(401)
        .body("code", equalTo("auth.invalid-token"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"subject\":\" \",\"roles\":[]}",
        "{\"subject\":7}",
        "{\"subject\":\"ann\",\"roles\":[\"king\"]}",
        "{\"subject\":\"ann\",\"roles\":[1]}",
        "{\"subject\":\"ann\",\"roles\":[],\"expiresInSeconds\":0}",
        "{\"subject\":\"ann\",\"roles\":[],\"expiresInSeconds\":999999999}"
      })
  @DisplayName("SYS-5 a request that is not one is body.malformed")
  void malformed(String body) {
    ask(body).then().statusCode(400).body("code", equalTo("body.malformed"));
  }

  @Test
  @DisplayName("a page of another origin cannot ask for a token")
  void otherType() {
    anonymous()
        .contentType("text/plain")
        .body("{\"subject\":\"ann\",\"roles\":[\"operator\"]}")
        .post("/local-issuer/token")
        .then()
        .statusCode(415)
        .body("token", nullValue());
  }

  @Test
  @DisplayName("discovery leads to the key, of which only the public half is shown")
  void discovery() {
    anonymous()
        .get("/local-issuer/.well-known/openid-configuration")
        .then()
        .statusCode(200)
        .body("jwks_uri", endsWith("/local-issuer/jwks"));
    anonymous()
        .get("/local-issuer/jwks")
        .then()
        .statusCode(200)
        .body("keys", hasSize(1))
        .body("keys[0].d", nullValue());
  }

  private static Response ask(String body) {
    return anonymous().contentType("application/json").body(body).post("/local-issuer/token");
  }
}
