package dev.countinghouse.prepaid.usage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Usage of a channel that has no test clock: nothing waits for a clock, and windows close when the
 * world's time has come. Two periods of 30 days; the second began ten days ago.
 */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class LiveChannelTest {

  private static final String ACTION = "workflow-action";
  private static final Map<String, Long> NO_GAUGES = Map.of();

  private final LocalDate today = LocalDate.now(UsageScene.SEOUL);
  private final String first = day(-40);
  private final String second = day(-10);
  private final String third = day(20);

  @Inject UsageScene scene;
  @Inject Tokens tokens;

  private String channel;

  @BeforeEach
  void twoPeriods() {
    channel = scene.liveChannel();
    scene.period(channel, "mau-2023", "paid", first, second);
    scene.period(channel, "mau-2023", "paid", second, third);
  }

  private String day(int fromToday) {
    return today.plusDays(fromToday).toString();
  }

  @ParameterizedTest(name = "{0} used: {1} let through, {2} refused")
  @DisplayName("PRE-16 a limit of 100 lets 100 through and not one more, though a lot has quota")
  @CsvSource({"99, 99, 0", "100, 100, 0", "101, 100, 1"})
  void limit(long used, String total, String refused) {
    scene.buy(channel, ACTION, 100, second);
    limit("{\"monthly\":100}").statusCode(200);

    scene.use(channel, day(-1), used);

    statement()
        .body("periods[1].total", equalTo(total))
        .body("periods[1].refused", equalTo(refused))
        .body("windows[0].used", equalTo(total));
  }

  @Test
  @DisplayName("PRE-16 raised, lowered and lifted at once; nothing is lost and nothing taken back")
  void limitChanges() {
    limit("{\"monthly\":10}");
    scene.use(channel, day(-1), 30);

    limit("{\"monthly\":11}");
    statement().body("periods[1].total", equalTo("11")).body("periods[1].refused", equalTo("19"));
    limit("{\"monthly\":5}");
    statement().body("periods[1].total", equalTo("11")).body("periods[1].refused", equalTo("19"));
    tokens.ownerOf(channel).delete(limits()).then().statusCode(204);
    statement().body("periods[1].total", equalTo("30")).body("periods[1].refused", equalTo("0"));
  }

  @Test
  @DisplayName("PRE-16 late usage of a period that is over was under no limit set since")
  void lateUsage() {
    limit("{\"monthly\":10}");

    scene.use(channel, day(-11), 30);
    scene.use(channel, second, 30);

    statement()
        .body("periods.total", contains("30", "10"))
        .body("periods.refused", contains("0", "20"));
  }

  @Test
  @DisplayName(
      "SUB-1a TIME-2 the last microsecond before a period's end is its own, the end is not")
  void edges() {
    Instant end = UsageScene.startOf(second);
    scene.useAt(channel, UsageScene.ACTIONS, end.minus(1, ChronoUnit.MICROS), 60);
    scene.useAt(channel, UsageScene.ACTIONS, end, 70);

    close(first, second).body("lines.quantity", contains("60"));

    close(second, third).body("lines.quantity", contains("70"));
  }

  @Test
  @DisplayName(
      "SUB-1a PU-4 asked again a closing answers the same; what came late is on the next one")
  void closings() {
    scene.use(channel, day(-11), 60);
    String answer = close(first, second).extract().asString();
    scene.use(channel, day(-11), 7);

    close(first, second).body(equalTo(answer));
    close(second, third).body("lines.quantity", contains("7"));
    scene.period(channel, "mau-2023", "paid", third, day(50));
    close(third, day(50)).body("lines", hasSize(0));
    scene
        .close(channel, "mau-2023", "free", first, second, NO_GAUGES)
        .statusCode(409)
        .body("code", equalTo("prepaid.closing-conflict"));
  }

  @Test
  @DisplayName("PRE-3 PRE-6 a gauge draws from a window that the world's time has closed")
  void gauge() {
    String gauged = scene.liveChannel();
    scene.period(gauged, "usage-2024", "early-stage", first, second);
    scene.buy(gauged, "mu", 100, first);
    awaitClosed(gauged);

    scene
        .close(gauged, "usage-2024", "early-stage", first, second, Map.of("mau", 1_070L))
        .statusCode(200)
        .body("lines", hasSize(0));

    scene
        .statement(gauged, "mu", first, first)
        .body("windows.used", contains("70"))
        .body("windows.minimum", contains("0"))
        .body("windows.poolLeft", contains("1130"));
  }

  private void awaitClosed(String gauged) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> scene.statement(gauged, "mu", first, first).extract().path("windows[0].closed"));
  }

  @Test
  @DisplayName(
      "PRE-2 PRE-15 a lot covers its own first hours, also what was uncovered before it came")
  void firstHours() {
    scene.useAt(channel, UsageScene.ACTIONS, UsageScene.startOf(today.toString()), 120);
    scene.useAt(
        channel,
        UsageScene.ACTIONS,
        UsageScene.startOf(today.toString()).minus(1, ChronoUnit.MICROS),
        5);

    scene.buy(channel, ACTION, 50, today.toString());

    statement()
        .body("periods[1].drawn", equalTo("100"))
        .body("periods[1].postpaid", equalTo("25"))
        .body("windows.uncovered", contains("20"));
  }

  @Test
  @DisplayName(
      "PRE-7 SUB-1a on trial the allowance, then nothing; on Free lots give, none is billed")
  void trialAndFree() {
    String trying = scene.liveChannel();
    scene.trial(trying, "usage-2024", "early-stage", day(-20));
    scene.use(trying, day(-20), 51);
    scene.toFree(trying, day(-6));
    scene.use(trying, day(-1), 3);

    scene.buy(trying, ACTION, 1, day(-1));

    scene
        .statement(trying, ACTION, day(-20), today.toString())
        .body("periods[0].allowance", equalTo("50"))
        .body("periods[0].unbilled", equalTo("1"))
        .body("periods[-1].drawn", equalTo("2"))
        .body("periods[-1].unbilled", equalTo("1"))
        .body("windows.uncovered", contains("1"))
        .body("windows.postpaid", contains("0"))
        .body("windows.unbilled", contains("1"));
  }

  private ValidatableResponse close(String from, String to) {
    return scene.close(channel, "mau-2023", "paid", from, to, NO_GAUGES).statusCode(200);
  }

  private ValidatableResponse statement() {
    return scene.statement(channel, first, today.toString());
  }

  private ValidatableResponse limit(String body) {
    return scene.limit(channel, ACTION, body);
  }

  private String limits() {
    return "/v1/channels/" + channel + "/prepaid/limits/" + ACTION;
  }
}
