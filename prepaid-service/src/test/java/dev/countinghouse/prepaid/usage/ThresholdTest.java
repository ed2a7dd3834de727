package dev.countinghouse.prepaid.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.countinghouse.contracts.event.UsageThresholdReached;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.ToldEvents;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is told of an allowance and of a limit; the last is waited for, so all are there. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class ThresholdTest {

  private static final String ACTION = "workflow-action";
  private static final String BOOK = "usage-2024";

  @Inject UsageScene scene;
  @Inject ToldEvents told;

  @Test
  @DisplayName("NOTE-3 80 % and 100 % of an allowance are told once a period, with what was used")
  void allowance() {
    String channel = scene.channelOn("2024-02-05");
    scene.period(channel, BOOK, "early-stage", "2024-01-01", "2024-02-01");
    scene.period(channel, BOOK, "early-stage", "2024-02-01", "2024-03-01");

    scene.use(channel, "2024-01-02", 39);
    scene.use(channel, "2024-01-02", 3);
    scene.use(channel, "2024-01-03", 7);
    scene.use(channel, "2024-01-03", 1);
    scene.use(channel, "2024-01-04", 30);
    scene.use(channel, "2024-02-02", 60);

    List<JsonNode> events = told.await(channel, UsageThresholdReached.TYPE, 3);
    assertThat(events.stream().map(ThresholdTest::text))
        .containsExactly(
            "workflow-action allowance 80: 42 of 50 since 2023-12-31T15:00:00Z",
            "workflow-action allowance 100: 50 of 50 since 2023-12-31T15:00:00Z",
            "workflow-action allowance 100: 60 of 50 since 2024-01-31T15:00:00Z");
    assertThat(events.getFirst().get("at").asText())
        .isEqualTo(UsageScene.startOf("2024-02-05").toString());
  }

  @Test
  @DisplayName("NOTE-3 PRE-16 a limit that is raised has thresholds of its own, told once each")
  void limit() {
    String channel = scene.channelOn("2024-01-10");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    limit(channel, 100);

    scene.use(channel, "2024-01-02", 80);
    scene.use(channel, "2024-01-03", 90);
    limit(channel, 150);
    limit(channel, 200);
    limit(channel, 100);
    limit(channel, 180);
    scene.use(channel, "2024-01-04", 10);

    assertThat(told.await(channel, UsageThresholdReached.TYPE, 5).stream().map(this::ofLimit))
        .containsExactly(
            "80: 80 of 100",
            "100: 100 of 100",
            "100: 150 of 150",
            "80: 170 of 200",
            "100: 180 of 180");
  }

  @Test
  @DisplayName("NOTE-3 a gauge tells when it is read at the period's closing, asked again or not")
  void gauge() {
    String channel = scene.channelOn("2024-03-02");
    close(channel, "2024-01-01", "2024-02-01", 800);
    close(channel, "2024-01-01", "2024-02-01", 800);
    close(channel, "2024-02-01", "2024-03-01", 1_050);

    assertThat(told.await(channel, UsageThresholdReached.TYPE, 2).stream().map(ThresholdTest::text))
        .containsExactly(
            "mu allowance 80: 800 of 1000 since 2023-12-31T15:00:00Z",
            "mu allowance 100: 1050 of 1000 since 2024-01-31T15:00:00Z");
  }

  @Test
  @DisplayName("NOTE-3 a trial tells what it has used of the plan's allowance")
  void onTrial() {
    String channel = scene.channelOn("2024-01-05");
    scene.trial(channel, BOOK, "early-stage", "2024-01-01");

    scene.use(channel, "2024-01-02", 40);

    assertThat(told.await(channel, UsageThresholdReached.TYPE, 1).stream().map(ThresholdTest::text))
        .containsExactly("workflow-action allowance 80: 40 of 50 since 2023-12-31T15:00:00Z");
  }

  private void limit(String channel, long monthly) {
    scene.limit(channel, ACTION, "{\"monthly\":" + monthly + "}").statusCode(200);
  }

  private void close(String channel, String from, String to, long mau) {
    scene.close(channel, BOOK, "early-stage", from, to, Map.of("mau", mau)).statusCode(200);
  }

  private String ofLimit(JsonNode event) {
    assertThat(event.get("of").asText()).isEqualTo("limit");
    return "%s: %s of %s".formatted(event.get("percent"), event.get("used"), event.get("quantity"));
  }

  private static String text(JsonNode event) {
    return "%s %s %s: %s of %s since %s"
        .formatted(
            event.get("item").asText(),
            event.get("of").asText(),
            event.get("percent"),
            event.get("used"),
            event.get("quantity"),
            event.get("periodStart").asText());
  }
}
