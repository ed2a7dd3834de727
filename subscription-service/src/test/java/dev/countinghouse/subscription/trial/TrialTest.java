package dev.countinghouse.subscription.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.subscription.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class TrialTest {

  private static final Instant NOW = Instant.parse("2024-02-20T01:00:00Z");
  private static final Map<String, Object> PAID =
      Map.of("plan", "paid", "addOns", List.of("operation"));

  @Inject Api api;

  @Test
  @DisplayName("TRI-2 refused before the tutorial is complete")
  void needsTheTutorial() {
    String channel = api.sandbox(NOW);

    refused(channel, PAID, 409, "trial.tutorial-incomplete");
  }

  @Test
  @DisplayName("TRI-1 TRI-4 starts for 14 calendar days with 1,000 PU")
  void starts() {
    String channel = api.sandbox(NOW);
    api.owner(channel).post("/v1/channels/{c}/tutorial-completion", channel);

    api.owner(channel)
        .body(PAID)
        .post("/v1/channels/{c}/trial", channel)
        .then()
        .statusCode(201)
        .header("Location", equalTo("/v1/channels/" + channel + "/trial"))
        .body("plan", equalTo("paid"))
        .body("addOns", equalTo(List.of("operation")))
        .body("startedAt", equalTo("2024-02-20T01:00:00Z"))
        .body("endsAt", equalTo("2024-03-05T01:00:00Z"))
        .body("grant.puUnits", equalTo("1000"));
    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("trial");
  }

  @Test
  @DisplayName("TRI-2 a second trial is refused")
  void onceEver() {
    String channel = api.inTrial(NOW);

    refused(channel, PAID, 409, "trial.already-used");
  }

  @Test
  @DisplayName("TRI-2 of 50 requests at once, one starts a trial")
  void onceEverAtOnce() throws Exception {
    String channel = api.sandbox(NOW);
    api.owner(channel).post("/v1/channels/{c}/tutorial-completion", channel);

    List<Integer> statuses = atOnce(50, () -> start(channel));

    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
  }

  @Test
  @DisplayName("TRI-3 a plan or an add-on that the book does not have is refused by name")
  void refusesUnknown() {
    String channel = api.sandbox(NOW);
    api.owner(channel).post("/v1/channels/{c}/tutorial-completion", channel);

    refused(channel, Map.of("plan", "gold"), 422, "trial.unknown-plan");
    refused(channel, Map.of("plan", "free"), 422, "trial.unknown-plan");
    refused(
        channel, Map.of("plan", "paid", "addOns", List.of("gold")), 422, "trial.unknown-add-on");
  }

  @Test
  @DisplayName("PRE-17 white label is no add-on of usage-2024, which sells it prepaid only")
  void whiteLabelIsPrepaidOnly() {
    String channel = api.sandbox(NOW, "usage-2024");
    api.owner(channel).post("/v1/channels/{c}/tutorial-completion", channel);

    refused(
        channel,
        Map.of("plan", "growth", "addOns", List.of("white-label")),
        422,
        "trial.unknown-add-on");

    assertThat(api.get(channel, "/subscription").getString("status")).isEqualTo("free");
  }

  @Test
  @DisplayName(
      "TRI-3 entitlements in the trial: the plan's and the add-on's, less what is withheld")
  void entitlements() {
    String channel = api.inTrial(NOW);

    var may = api.get(channel, "/entitlements");

    assertThat(may.getString("chatHistoryDays")).isEqualTo("unlimited");
    assertThat(may.getInt("eventHistoryDays")).isEqualTo(90);
    assertThat(may.getLong("limits.automatedSends")).isEqualTo(100);
    var tags = api.get(channel, "/entitlements/chat-tags");
    assertThat(tags.getBoolean("allowed")).isTrue();
    assertThat(tags.getString("source")).isEqualTo("operation");
    var openApi = api.get(channel, "/entitlements/open-api");
    assertThat(openApi.getBoolean("allowed")).isFalse();
    assertThat(openApi.getString("reason")).isEqualTo("withheld-in-trial");
    api.owner(channel).get("/v1/channels/{c}/entitlements/flying", channel).then().statusCode(404);
  }

  private void refused(String channel, Map<String, Object> body, int status, String code) {
    api.owner(channel)
        .body(body)
        .post("/v1/channels/{c}/trial", channel)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }

  private int start(String channel) {
    return api.owner(channel).body(PAID).post("/v1/channels/{c}/trial", channel).statusCode();
  }

  private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int n = 0; n < times; n++) {
        futures.add(threads.submit(call));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
