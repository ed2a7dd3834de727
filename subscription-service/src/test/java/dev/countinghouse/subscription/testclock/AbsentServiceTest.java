package dev.countinghouse.subscription.testclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AbsentServiceProfile.class)
class AbsentServiceTest {

  private static final Instant NOW = Instant.parse("2024-02-20T01:00:00Z");

  @Inject Api api;

  @Test
  @DisplayName("TIME-3 a service that stays away fails the clock, which says who did not answer")
  void absent() {
    String channel = api.sandbox(NOW);
    api.owner(channel)
        .body(Map.of("now", NOW.plus(Duration.ofDays(1)).toString()))
        .put("/v1/channels/{c}/test-clock", channel)
        .then()
        .statusCode(202);

    JsonPath clock =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () -> api.get(channel, "/test-clock"),
                shown -> !shown.getString("status").equals("advancing"));

    assertThat(clock.getString("status")).isEqualTo("failed");
    assertThat(clock.getString("reason")).startsWith("prepaid did not answer: ");
    assertThat(Instant.parse(clock.getString("now"))).isEqualTo(NOW);
  }
}
