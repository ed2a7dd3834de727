package dev.countinghouse.prepaid.skipped;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.AnsweringSubscription;
import dev.countinghouse.prepaid.ScriptedAnswers;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The last event of a source never came, and closings wait for it. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(AnsweringSubscription.class)
class MissingEventTest {

  @Inject UsageScene scene;
  @Inject ScriptedAnswers answers;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void january() {
    channel = scene.channelOn("2024-01-10");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.use(channel, "2024-01-05", 70);
  }

  @Test
  @DisplayName("SYS-1 the next event that its source has emitted is forgiven once, and passed")
  void forgiven() {
    answers.emittedByMetering(channel, 2);

    forgive(2).statusCode(204);

    forgive(2).statusCode(404).body("code", equalTo("prepaid.skipped-event-not-found"));
    progress().body("consumed.metering", equalTo(2)).body("skipped.metering", nullValue());
  }

  @Test
  @DisplayName("SYS-1 an event that its source has not emitted is never forgiven")
  void notEmitted() {
    answers.emittedByMetering(channel, 1);

    forgive(2).statusCode(404);
    forgive(3).statusCode(404);

    progress().body("consumed.metering", equalTo(1));
  }

  @Test
  @DisplayName("SYS-5 while the source is away nobody knows: 503, and nothing is forgiven")
  void sourceAway() {
    tokens
        .operator()
        .post(path("subscription/2/forgiveness"))
        .then()
        .statusCode(503)
        .body("code", equalTo("service.unavailable"));
    progress().body("consumed.subscription", equalTo(1));
  }

  private ValidatableResponse forgive(long sequence) {
    return tokens.operator().post(path("metering/" + sequence + "/forgiveness")).then();
  }

  private String path(String below) {
    return "/v1/channels/" + channel + "/prepaid/skipped-events/" + below;
  }

  private ValidatableResponse progress() {
    return tokens.service().get("/internal/channels/" + channel + "/progress").then();
  }
}
