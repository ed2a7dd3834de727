package dev.countinghouse.prepaid.window;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two lots whose terms overlap. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class TwoLotsTest {

  private static final String ACTION = "workflow-action";

  private static @Nullable String twoLots;

  @Inject UsageScene scene;

  @ParameterizedTest(name = "{0}: {1}/{2}/{3}")
  @DisplayName("PRE-6 the range of a day is the sum over the lots valid that day")
  @CsvSource({
    "2023-12-31, 0, 0, 0",
    "2024-01-01, 100, 50, 200",
    "2024-06-14, 100, 50, 200",
    "2024-06-15, 200, 100, 400",
    "2024-12-31, 200, 100, 400",
    "2025-01-01, 100, 50, 200",
    "2025-06-14, 100, 50, 200",
    "2025-06-15, 0, 0, 0"
  })
  void range(String day, String monthly, String minimum, String maximum) {
    if (twoLots == null) {
      twoLots = twoLots();
    }

    ValidatableResponse range = scene.range(twoLots, ACTION, day);

    range
        .statusCode(200)
        .body("monthly", equalTo(monthly))
        .body("minimum", equalTo(minimum))
        .body("maximum", equalTo(maximum));
  }

  @Test
  @DisplayName("PRE-6 a draw takes from the earliest-expiring lot first, each within its window")
  void earliestExpiringFirst() {
    String channel = twoLots();
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.set(channel, UsageScene.startOf("2024-07-01"));
    scene.period(channel, "mau-2023", "paid", "2024-07-01", "2024-08-01");
    scene.set(channel, UsageScene.startOf("2024-07-02"));

    scene.use(channel, "2024-07-01", 450);

    scene
        .statement(channel, "2024-07-01", "2024-07-01")
        .body("windows.monthlyQuantity", contains(100, 100))
        .body("windows.from", contains("2024-07-01", "2024-06-15"))
        .body("windows.own", contains("100", "100"))
        .body("windows.borrowed", contains("100", "100"))
        .body("windows.postpaid", contains("0", "50"));
  }

  private String twoLots() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.buy(channel, ACTION, 100, "2024-01-01");
    scene.buy(channel, ACTION, 100, "2024-06-15");
    return channel;
  }
}
