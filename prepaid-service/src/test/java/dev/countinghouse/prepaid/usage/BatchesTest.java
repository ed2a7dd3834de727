package dev.countinghouse.prepaid.usage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** More usage waits than one batch takes. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(BatchesTest.OfTwo.class)
class BatchesTest {

  private static final Instant LAST_MORNING = UsageScene.startOf("2024-01-31");

  /** A batch takes two instants. */
  public static class OfTwo implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("countinghouse.prepaid.usage-batch", "2");
    }
  }

  @Inject UsageScene scene;

  private String channel;

  @BeforeEach
  void fiveInstantsWait() {
    channel = scene.channelOn("2024-01-31");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    for (int hour = 1; hour <= 5; hour++) {
      scene.useAt(channel, UsageScene.ACTIONS, LAST_MORNING.plus(Duration.ofHours(hour)), 100);
    }
  }

  @Test
  @DisplayName("PRE-9 a closing bills all that has happened, however much of it was still waiting")
  void closing() {
    scene.set(channel, UsageScene.startOf("2024-02-01"));

    scene
        .close(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01", Map.of())
        .statusCode(200)
        .body("lines.quantity", contains("500"));
  }

  @Test
  @DisplayName(
      "PRE-16 what happened until a limit is lifted was decided by the limit of until then")
  void limit() {
    scene.set(channel, LAST_MORNING.plus(Duration.ofHours(6)));

    scene.limit(channel, "workflow-action", "{\"monthly\":0}").statusCode(200);

    scene
        .statement(channel, "2024-01-01", "2024-01-31")
        .body("periods[0].total", equalTo("500"))
        .body("periods[0].refused", equalTo("0"));
  }
}
