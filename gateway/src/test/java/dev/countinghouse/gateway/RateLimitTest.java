package dev.countinghouse.gateway;

import static dev.countinghouse.gateway.testing.Calls.anonymous;
import static dev.countinghouse.gateway.testing.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.gateway.testing.Control;
import dev.countinghouse.gateway.testing.GatewayProfile;
import dev.countinghouse.gateway.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RateLimitTest.Tight.class)
class RateLimitTest {

  /** Few requests, and CORS and traces switched on. */
  public static class Tight extends GatewayProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("countinghouse.gateway.rate-limit.requests", "5");
      settings.put("countinghouse.gateway.rate-limit.window", "30s");
      // A busy machine must not look like a lost Redis.
      settings.put("countinghouse.gateway.rate-limit.redis-timeout", "500ms");
      settings.put("quarkus.http.cors.enabled", "true");
      settings.put("quarkus.http.cors.origins", "https://app.example");
      settings.put("countinghouse.gateway.roles-claim", "suite/roles");
      settings.put("quarkus.otel.sdk.disabled", "false");
      settings.put("quarkus.otel.traces.exporter", "none");
      return settings;
    }
  }

  private static final String A = "ch_0192f0c1aaaa7000800000000000000a";
  private static final String B = "ch_0192f0c1aaaa7000800000000000000b";

  @Test
  @DisplayName(
      "the sixth request of a token on a channel is rate.limited, other channels and tokens are not")
  void limit() {
    String token = Tokens.withNestedRoles("limit-1", "operator");
    for (int left = 4; left >= 0; left--) {
      as(token)
          .get("/v1/channels/" + A)
          .then()
          .statusCode(200)
          .header("RateLimit-Limit", "5")
          .header("RateLimit-Remaining", Integer.toString(left));
    }
    as(token)
        .get("/v1/channels/" + A)
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("[1-9]|[12][0-9]|30"))
        .header("RateLimit-Remaining", "0")
        .body("code", equalTo("rate.limited"));
    as(token).get("/v1/channels/" + B).then().statusCode(200);
    as(Tokens.withNestedRoles("limit-1", "operator"))
        .get("/v1/channels/" + A)
        .then()
        .statusCode(200);
  }

  @Test
  @DisplayName("SYS-3 channels of others are counted together, so that they cannot be tried out")
  void strangers() {
    Control.members("limit-2", Map.of(A, Role.OWNER));
    String token = Tokens.person("limit-2");
    for (int i = 0; i < 5; i++) {
      as(token).get("/v1/channels/" + B.replace("b", "c" + i)).then().statusCode(404);
    }
    as(token).get("/v1/channels/" + B).then().statusCode(429);
    as(token).get("/v1/channels/" + A).then().statusCode(200);
  }

  @Test
  @DisplayName("SYS-4 with Redis gone the pod counts by itself at once, says so, and goes back")
  void redisGone() {
    String token = Tokens.withNestedRoles("limit-3", "operator");
    as(token).get("/v1/channels/" + A).then().statusCode(200);
    Control.redisDown();
    try {
      long begin = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        as(token).get("/v1/channels/" + A).then().statusCode(200);
      }
      as(token).get("/v1/channels/" + A).then().statusCode(429);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
      assertThat(metrics())
          .containsPattern("countinghouse_gateway_rate_limit_fallback_total [1-9]")
          .contains("countinghouse_gateway_rate_limit_redis_up 0");
      anonymous().get("/q/health/ready").then().statusCode(200);
    } finally {
      Control.redisUp();
    }
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> metrics().contains("countinghouse_gateway_rate_limit_redis_up 1"));
    as(token).get("/v1/channels/" + A).then().statusCode(200).header("RateLimit-Remaining", "4");
  }

  @Test
  @DisplayName("CORS allows the origins that are configured, and no other")
  void cors() {
    anonymous()
        .header("Origin", "https://app.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/channels")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://app.example");
    anonymous()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "POST")
        .options("/v1/channels")
        .then()
        .statusCode(403);
  }

  @Test
  @DisplayName("the claim that names roles is a setting; another one grants nothing")
  void rolesClaim() {
    as(Tokens.withNestedRoles("claim-1", "operator"))
        .get("/v1/channels/" + A)
        .then()
        .statusCode(200);
    as(Tokens.withRoles("claim-2", "operator")).get("/v1/channels/" + A).then().statusCode(404);
  }

  @Test
  @DisplayName("with traces on, the service's span hangs below the gateway's in the caller's trace")
  void traces() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    as(Tokens.withNestedRoles("limit-4", "operator"))
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .get("/v1/channels/" + A)
        .then()
        .body("headers.traceparent", matchesPattern("00-" + trace + "-[0-9a-f]{16}-01"))
        .body("headers.traceparent", not(containsString("00f067aa0ba902b7")));
  }

  private static String metrics() {
    return anonymous().accept("text/plain").get("/q/metrics").asString();
  }
}
