package dev.countinghouse.gateway;

import static dev.countinghouse.gateway.testing.Calls.anonymous;
import static dev.countinghouse.gateway.testing.Calls.asOperator;
import static dev.countinghouse.gateway.testing.Calls.asPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.contracts.Role;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.gateway.testing.Control;
import dev.countinghouse.gateway.testing.GatewayProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(GatewayProfile.class)
class BreakerTest {

  private static final String CHANNEL = "ch_0192f0c1aaaa7000800000000000000a";
  private static final String MESSAGES = "/v1/channels/" + CHANNEL + "/messages";
  private static final String PU = "/v1/channels/" + CHANNEL + "/pu";
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @AfterEach
  void everyServiceAnswers() {
    for (String path : new String[] {MESSAGES, PU, "/v1/channels"}) {
      await().atMost(LIMIT).until(() -> asOperator().get(path).statusCode() == 200);
    }
  }

  @Test
  @DisplayName("a service that hangs is upstream.timeout, then left alone, then probed")
  void hanging() {
    // When a few requests in a row get no answer
    hang("hang-1").then().statusCode(504).body("code", equalTo("upstream.timeout"));
    await().atMost(LIMIT).until(() -> hang("hang-1").statusCode() == 503);
    // Then the next one is not sent
    hang("hang-2")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("code", equalTo("upstream.unavailable"));
    assertThat(Control.seen(ServiceName.MESSAGING, "hang-2")).isZero();
    assertThat(metrics())
        .contains("countinghouse_gateway_upstream_open{service=\"messaging\",} 1.0");
    // And the others go on
    asOperator().get(PU).then().statusCode(200);
    asOperator().get("/v1/channels").then().statusCode(200);
    // And after a while a probe closes the breaker
    await().atMost(LIMIT).until(() -> asOperator().get(MESSAGES).statusCode() == 200);
    assertThat(metrics())
        .contains("countinghouse_gateway_upstream_open{service=\"messaging\",} 0.0");
  }

  @Test
  @DisplayName(
      "a service that is down is 503 at once, the others go on, and it is back when it is up")
  void down() {
    Control.down(ServiceName.PREPAID);
    long begin = System.nanoTime();
    for (int i = 0; i < 6; i++) {
      asOperator()
          .get(PU)
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .body("service", equalTo("prepaid"));
      asOperator().get("/v1/channels").then().statusCode(200);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    Control.up(ServiceName.PREPAID);
    await().atMost(LIMIT).until(() -> asOperator().get(PU).statusCode() == 200);
  }

  @Test
  @DisplayName("with subscription down, members who are known still reach the other services")
  void subscriptionDown() {
    Control.members("breaker-1", Map.of(CHANNEL, Role.OWNER));
    asPerson("breaker-1").get(PU).then().statusCode(200);
    Control.down(ServiceName.SUBSCRIPTION);
    try {
      asPerson("breaker-1").get(PU).then().statusCode(200);
      asPerson("breaker-2").get(PU).then().statusCode(503).body("service", equalTo("subscription"));
    } finally {
      Control.up(ServiceName.SUBSCRIPTION);
    }
  }

  @Test
  @DisplayName("the gateway stays ready when a service is down, and says so")
  void readiness() {
    anonymous()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(containsString("breaker of prepaid"))
        .body(containsString("redis"));
    anonymous().get("/q/health/live").then().statusCode(200);
    anonymous().get("/q/health/started").then().statusCode(200).body(containsString("routes"));
  }

  @Test
  @DisplayName("metrics name the route, not the channel")
  void metricsByRoute() {
    asOperator().get(PU).then().statusCode(200);
    assertThat(metrics()).contains("uri=\"/v1/channels/{c}/pu\"").doesNotContain(CHANNEL);
    assertThat(metrics()).contains("countinghouse_gateway_upstream_seconds_count");
  }

  private static Response hang(String name) {
    return asOperator().header("X-Test", "hang").header("X-Test-Name", name).get(MESSAGES);
  }

  private static String metrics() {
    return anonymous().accept("text/plain").get("/q/metrics").asString();
  }
}
