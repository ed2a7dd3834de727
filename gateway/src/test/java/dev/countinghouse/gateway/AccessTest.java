package dev.countinghouse.gateway;

import static dev.countinghouse.gateway.testing.Calls.as;
import static dev.countinghouse.gateway.testing.Calls.asPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.caller.Caller;
import dev.countinghouse.caller.ChannelScope;
import dev.countinghouse.caller.InternalTokens;
import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.Route;
import dev.countinghouse.contracts.Routes;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.testing.Control;
import dev.countinghouse.gateway.testing.GatewayProfile;
import dev.countinghouse.gateway.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(GatewayProfile.class)
class AccessTest {

  private static final String A = "ch_0192f0c1aaaa7000800000000000000a";
  private static final String B = "ch_0192f0c1aaaa7000800000000000000b";

  @Inject InternalTokens internal;

  @Test
  @DisplayName("SYS-3 the service gets an internal token of the one channel and the role there")
  void memberOfOne() {
    Control.members("access-1", Map.of(A, Role.OWNER, B, Role.AGENT));
    assertThat(callerSeen(asPerson("access-1").get("/v1/channels/" + B + "/pu")))
        .isEqualTo(caller("access-1", Set.of(Role.AGENT), B));
  }

  @Test
  @DisplayName("SYS-3 a call without a channel gets every channel on which the role allows it")
  void memberOfMany() {
    Control.members("access-2", Map.of(A, Role.OWNER, B, Role.AGENT));
    assertThat(callerSeen(asPerson("access-2").body("{}").post("/v1/events")))
        .isEqualTo(caller("access-2", Set.of(Role.OWNER), A));
    assertThat(callerSeen(asPerson("access-2").get("/v1/channels")))
        .isEqualTo(caller("access-2", Set.of(Role.OWNER, Role.AGENT), A, B));
  }

  static Stream<Route> channelRoutes() {
    return Routes.all().stream().filter(Route::isOfChannel);
  }

  @ParameterizedTest
  @MethodSource("channelRoutes")
  @DisplayName("SYS-3 a stranger gets the same 404 for a channel that exists and one that does not")
  void hidden(Route route) {
    Control.members("access-owner", Map.of(A, Role.OWNER));
    Control.members("access-stranger", Map.of(B, Role.OWNER));
    String token = Tokens.person("access-stranger");

    Response existing = as(token).request(route.method(), pathOn(route, A));
    Response invented = as(token).request(route.method(), pathOn(route, A.replace('0', '9')));

    existing.then().statusCode(404).body("code", equalTo("channel.not-found"));
    assertThat(invented.statusCode()).isEqualTo(existing.statusCode());
    assertThat(invented.asString()).isEqualTo(existing.asString());
    assertThat(invented.headers().asList().stream().map(h -> h.getName()))
        .isEqualTo(existing.headers().asList().stream().map(h -> h.getName()).toList());
  }

  @ParameterizedTest
  @MethodSource("channelRoutes")
  @DisplayName("SYS-3 a member whose role does not allow the call gets auth.forbidden")
  void roles(Route route) {
    Control.members("access-agent", Map.of(A, Role.AGENT));
    boolean allowed = route.roles().contains(Role.AGENT);
    asPerson("access-agent")
        .request(route.method(), pathOn(route, A))
        .then()
        .statusCode(allowed ? 200 : 403)
        .body("code", equalTo(allowed ? null : "auth.forbidden"));
  }

  @Test
  @DisplayName("SYS-3 a role in the token's claim does not make a member")
  void claimedRole() {
    as(Tokens.withRoles("access-3", "owner", "admin"))
        .get("/v1/channels/" + A)
        .then()
        .statusCode(404)
        .body("code", equalTo("channel.not-found"));
  }

  @Test
  @DisplayName("SYS-3 a person who is nothing yet may make a first channel, and use it at once")
  void firstChannel() {
    // Given a person whose memberships, none, were just asked for and are kept for an hour
    assertThat(callerSeen(asPerson("access-4").body("{}").post("/v1/channels")))
        .isEqualTo(caller("access-4", Set.of()));
    Control.members("access-4", Map.of(A, Role.OWNER));
    // Then the new channel is found without waiting for that hour
    asPerson("access-4").get("/v1/channels/" + A).then().statusCode(200);
  }

  @Test
  @DisplayName("SYS-3 memberships are asked for once, not at every call")
  void kept() {
    Control.members("access-5", Map.of(A, Role.OWNER));
    for (int i = 0; i < 5; i++) {
      asPerson("access-5").get("/v1/channels/" + A).then().statusCode(200);
    }
    assertThat(Control.seen(ServiceName.SUBSCRIPTION, "memberships of access-5")).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "SYS-3 who asks for strange channels all the time does not reach subscription each time")
  void boundedQuestions() {
    String token = Tokens.person("access-6");
    for (int i = 0; i < 40; i++) {
      as(token).get("/v1/channels/" + A + "/pu").then().statusCode(404);
    }
    assertThat(Control.seen(ServiceName.SUBSCRIPTION, "memberships of access-6")).isLessThan(25);
  }

  @Test
  @DisplayName("SYS-3 an operator acts on any channel as an operator")
  void operator() {
    assertThat(callerSeen(as(Tokens.withRoles("op", "operator")).get("/v1/channels/" + A + "/pu")))
        .isEqualTo(caller("op", Set.of(Role.OPERATOR), A));
    assertThat(callerSeen(as(Tokens.withRoles("op", "OPERATOR")).get("/v1/channels")))
        .isEqualTo(new Caller("op", Set.of(Role.OPERATOR), new ChannelScope.All()));
  }

  private Caller callerSeen(Response response) {
    response.then().statusCode(200);
    String authorization = response.path("headers.authorization");
    return internal.verify(authorization.substring("Bearer ".length()));
  }

  private static String pathOn(Route route, String channel) {
    return route.path().replace("{c}", channel).replaceAll("\\{[^}]*}", "some-id");
  }

  private static Caller caller(String subject, Set<Role> roles, String... channels) {
    return new Caller(subject, roles, new ChannelScope.Only(Set.of(channels)));
  }
}
