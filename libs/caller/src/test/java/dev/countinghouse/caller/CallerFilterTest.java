package dev.countinghouse.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.countinghouse.contracts.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("SYS-3 every service checks the caller again")
class CallerFilterTest {

  private static final String MINE = "ch_0192f0c1aaaa7aaa8aaaaaaaaaaaaaaa";
  private static final String THEIRS = "ch_0192f0c1bbbb7bbb8bbbbbbbbbbbbbbb";
  private static final ChannelScope SCOPE = new ChannelScope.Only(Set.of(MINE));

  @Inject InternalTokens tokens;

  @Test
  @DisplayName("SYS-3 a caller reaches its channel")
  void reaches() {
    as(Role.AGENT).get("/v1/channels/" + MINE).then().body(equalTo("sam sees " + MINE));
  }

  @Test
  @DisplayName("SYS-3 another's channel does not exist, whatever the role")
  void foreignChannel() {
    problem(as(Role.OWNER).get("/v1/channels/" + THEIRS).then(), 404, "channel.not-found");
    problem(
            as(Role.AGENT).get("/v1/channels/" + THEIRS + "/invoices").then(),
            404,
            "channel.not-found")
        .body(not(containsString(THEIRS)));
  }

  @Test
  @DisplayName("SYS-3 a role that the table does not list is refused")
  void role() {
    problem(as(Role.AGENT).get("/v1/channels/" + MINE + "/invoices").then(), 403, "auth.forbidden");
    as(Role.OWNER).get("/v1/channels/" + MINE + "/invoices").then().statusCode(200);
  }

  @Test
  @DisplayName("SYS-3 who has no role may make the first channel")
  void noRole() {
    String token =
        token(new Caller("new", Set.of(), new ChannelScope.Only(Set.of())), Duration.ofMinutes(1));
    with(token).post("/v1/channels").then().statusCode(200).body(equalTo("new"));
  }

  @Test
  @DisplayName("SYS-3 no token: 401 auth.missing, for unknown paths too")
  void noToken() {
    problem(given().get("/v1/channels/" + MINE).then(), 401, "auth.missing")
        .header("WWW-Authenticate", equalTo("Bearer"));
    problem(given().get("/v1/nothing").then(), 401, "auth.missing");
    problem(given().get("/internal/who").then(), 401, "auth.missing");
    problem(given().get("/internal/nothing").then(), 401, "auth.missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a.b.c", "Basic YTpi", "nonsense"})
  @DisplayName("SYS-3 a token that is none: 401 auth.invalid-token")
  void notAToken(String authorization) {
    problem(
        given().header("Authorization", authorization).get("/internal/who").then(),
        401,
        "auth.invalid-token");
  }

  @Test
  @DisplayName("SYS-3 an expired token: 401 auth.invalid-token")
  void expired() {
    String token = token(caller(Role.OWNER), Duration.ofSeconds(-1));

    problem(with(token).get("/v1/channels/" + MINE).then(), 401, "auth.invalid-token");
  }

  @Test
  @DisplayName("SYS-3 /internal is for services on all channels")
  void internal() {
    problem(as(Role.OPERATOR).get("/internal/who").then(), 403, "auth.forbidden");
    problem(as(Role.SERVICE).get("/internal/who").then(), 403, "auth.forbidden");
    problem(as(Role.OWNER).get("/internal/nothing").then(), 403, "auth.forbidden");
    String service =
        token(
            new Caller("service:x", Set.of(Role.SERVICE), new ChannelScope.All()),
            Duration.ofMinutes(1));
    with(service).get("/internal/who").then().statusCode(200).body(equalTo("service:x"));
  }

  @Test
  @DisplayName("SYS-3 a resource that the table lacks is not reached")
  void notInTheTable() {
    problem(as(Role.OWNER).delete("/v1/channels/" + MINE + "/secrets").then(), 404, "path.unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/channels;x=1/" + THEIRS,
        "/v1;x/channels/" + THEIRS,
        "//v1/channels/" + THEIRS,
        "/v1//channels/" + THEIRS,
        "/v1/channels/" + THEIRS + "/",
        "/v1/channels/" + THEIRS + ";a=b",
        "/v1/channels/ch%5F" + "0192f0c1bbbb7bbb8bbbbbbbbbbbbbbb",
        "/x/../v1/channels/" + THEIRS,
        "/%76%31/channels/" + THEIRS,
        "/v1/channels/" + MINE + "/../" + THEIRS,
        "/v1/channels/" + MINE + "%2F..%2F" + THEIRS,
        "/internal/../v1/channels/" + THEIRS
      })
  @DisplayName("SYS-3 no spelling of a path gets past the check")
  void spellings(String path) {
    as(Role.OWNER).urlEncodingEnabled(false).get(path).then().statusCode(equalTo(404));
    given().urlEncodingEnabled(false).get(path).then().statusCode(not(equalTo(200)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal;x/who",
        "//internal/who",
        "/%69nternal/who",
        "/x/../internal/who",
        "/internal/who/"
      })
  @DisplayName("SYS-3 no spelling of /internal gets past the check")
  void internalSpellings(String path) {
    as(Role.OWNER).urlEncodingEnabled(false).get(path).then().statusCode(not(equalTo(200)));
    given().urlEncodingEnabled(false).get(path).then().statusCode(not(equalTo(200)));
  }

  @Test
  @DisplayName("SYS-5 unknown paths and methods are left to the framework")
  void unknown() {
    problem(as(Role.OWNER).get("/v1/nothing").then(), 404, "path.unknown");
    problem(as(Role.OWNER).put("/v1/channels/" + MINE).then(), 405, "method.not-allowed");
  }

  @Test
  @DisplayName("paths outside /v1 and /internal pass")
  void open() {
    given().get("/open").then().statusCode(200);
  }

  @Test
  @DisplayName("a call through a REST client carries the token of this service")
  void serviceToken() {
    given().get("/open/through-client").then().statusCode(200).body(equalTo("service:probe"));
  }

  @Test
  @DisplayName("SYS-5 what a neighbour refuses us is our failure, not our caller's 404")
  void refusedByNeighbour() {
    problem(given().get("/open/refused").then(), 500, "internal.error");
  }

  @Test
  @DisplayName("SYS-5 a neighbour that is down: 503 service.unavailable with Retry-After")
  void absentNeighbour() {
    problem(given().get("/open/absent").then(), 503, "service.unavailable")
        .header("Retry-After", "1");
  }

  private RequestSpecification as(Role role) {
    return with(token(caller(role), Duration.ofMinutes(1)));
  }

  private static Caller caller(Role role) {
    return new Caller("sam", Set.of(role), SCOPE);
  }

  private String token(Caller caller, Duration ttl) {
    return tokens.issue(caller, ttl);
  }

  private static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }
}
