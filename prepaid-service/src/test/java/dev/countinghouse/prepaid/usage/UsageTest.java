package dev.countinghouse.prepaid.usage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which period usage counts in, what covers it, and what waits. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class UsageTest {

  private static final String ACTION = "workflow-action";
  private static final String BOOK = "usage-2024";

  @Inject UsageScene scene;

  @Test
  @DisplayName("PRE-7 only usage beyond the plan's own allowance of 50 draws")
  void allowance() {
    String channel = scene.channelOn("2024-01-02");
    scene.buy(channel, ACTION, 100, "2024-01-01");
    scene.period(channel, BOOK, "early-stage", "2024-01-01", "2024-02-01");

    scene.use(channel, "2024-01-01", 49);
    scene.use(channel, "2024-01-01", 2);

    scene
        .statement(channel, "2024-01-01", "2024-01-31")
        .body("periods[0].total", equalTo("51"))
        .body("periods[0].allowance", equalTo("50"))
        .body("periods[0].drawn", equalTo("1"))
        .body("windows[0].own", equalTo("1"));
  }

  @Test
  @DisplayName("PRE-7 TIME-2 usage counts in the period of its own instant, at both edges")
  void edges() {
    String channel = scene.channelOn("2024-02-02");
    scene.period(channel, BOOK, "early-stage", "2024-01-01", "2024-02-01");
    scene.period(channel, BOOK, "early-stage", "2024-02-01", "2024-03-01");

    scene.useAt(channel, UsageScene.ACTIONS, UsageScene.startOf("2024-02-01").minusNanos(1000), 3);
    scene.useAt(channel, UsageScene.ACTIONS, UsageScene.startOf("2024-02-01"), 5);

    scene.statement(channel, "2024-01-01", "2024-02-29").body("periods.total", contains("3", "5"));
  }

  @Test
  @DisplayName("usage after the end of the known period waits for the next period")
  void waitsForThePeriod() {
    String channel = scene.channelOn("2024-02-02");
    scene.period(channel, BOOK, "early-stage", "2024-01-01", "2024-02-01");

    scene.use(channel, "2024-02-01", 60);
    scene.statement(channel, "2024-01-01", "2024-02-29").body("periods.total", contains("0"));
    scene.period(channel, BOOK, "early-stage", "2024-02-01", "2024-03-01");

    scene
        .statement(channel, "2024-01-01", "2024-02-29")
        .body("periods.total", contains("0", "60"))
        .body("periods[1].postpaid", equalTo("10"));
  }

  @Test
  @DisplayName("TIME-3 usage ahead of a test clock has not happened: a lot bought before covers it")
  void aheadOfTheTestClock() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");

    scene.use(channel, "2024-01-20", 80);
    scene.statement(channel, "2024-01-01", "2024-01-31").body("periods.total", contains("0"));
    scene.advance(channel, "2024-01-10");
    scene.buy(channel, ACTION, 100, "2024-01-10");
    scene.advance(channel, "2024-01-21");

    scene
        .statement(channel, "2024-01-01", "2024-01-31")
        .body("periods[0].drawn", equalTo("80"))
        .body("windows.own", contains("80"));
  }

  @Test
  @DisplayName("TIME-3 a reader sees what has happened by then, before the day's work has run")
  void readersTakeUp() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.use(channel, "2024-01-20", 80);

    scene.set(channel, UsageScene.startOf("2024-01-20").plus(Duration.ofHours(13)));

    scene.statement(channel, "2024-01-01", "2024-01-31").body("periods[0].total", equalTo("80"));
  }

  @Test
  @DisplayName("SUB-1a on trial and on Free: allowance, then lots, the rest unbilled")
  void trialAndFree() {
    String channel = scene.channelOn("2024-01-10");
    scene.trial(channel, BOOK, "early-stage", "2024-01-10");
    scene.set(channel, UsageScene.startOf("2024-01-12"));
    scene.use(channel, "2024-01-11", 60);
    scene.set(channel, UsageScene.startOf("2024-01-24"));
    scene.toFree(channel, "2024-01-24");
    scene.buy(channel, ACTION, 100, "2024-01-20");
    scene.set(channel, UsageScene.startOf("2024-02-02"));
    scene.use(channel, "2024-01-25", 150);
    scene.use(channel, "2024-02-01", 70);

    scene
        .statement(channel, "2024-01-10", "2024-02-29")
        .body("periods.standing", contains("trial", "free", "free"))
        .body("periods.allowance", contains("50", "0", "0"))
        .body("periods.drawn", contains("0", "150", "50"))
        .body("periods.unbilled", contains("10", "0", "20"))
        .body("periods.postpaid", contains("0", "0", "0"))
        .body("windows.unbilled", contains("20"))
        .body("windows.postpaid", contains("0"));
    scene
        .close(channel, BOOK, "early-stage", "2024-02-02", "2024-03-02", Map.of())
        .body("lines", hasSize(0));
  }

  @Test
  @DisplayName(
      "PRE-9 MAU-5 what comes late for a closed period is billed once, on the next invoice")
  void late() {
    String channel = scene.channelOn("2024-02-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.use(channel, "2024-01-31", 100);
    scene.period(channel, "mau-2023", "paid", "2024-02-01", "2024-03-01");
    close(channel, "2024-01-01", "2024-02-01").body("lines.amountMinor", contains(500));
    scene.set(channel, UsageScene.startOf("2024-03-01"));

    scene.use(channel, "2024-01-31", 20);
    scene.use(channel, "2024-02-10", 51);

    close(channel, "2024-01-01", "2024-02-01").body("lines.amountMinor", contains(500));
    close(channel, "2024-02-01", "2024-03-01")
        .body("lines.amountMinor", contains(10, 200))
        .body("lines.quantity", contains("51", "20"))
        .body(
            "lines[1].description",
            equalTo(
                "workflow-action beyond prepaid, units 101–120, late for 2024-01-01 to"
                    + " 2024-01-31"));
    scene.period(channel, "mau-2023", "paid", "2024-03-01", "2024-04-01");
    scene.set(channel, UsageScene.startOf("2024-04-01"));
    close(channel, "2024-03-01", "2024-04-01").body("lines", hasSize(0));
  }

  @Test
  @DisplayName("PRE-3 late usage in a closed window is first covered by what the minimum took")
  void lateInAClosedWindow() {
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, ACTION, 100, "2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.advance(channel, "2024-02-01");

    scene.use(channel, "2024-01-15", 60);

    scene
        .statement(channel, "2024-01-01", "2024-01-31")
        .body("windows.used", contains("60"))
        .body("windows.minimum", contains("0"))
        .body("windows.poolLeft", contains("1140"));
  }

  @Test
  @DisplayName("a meter by which the book sells nothing counts for nothing")
  void unknownMeter() {
    String channel = scene.channelOn("2024-01-02");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");

    scene.useAt(channel, "marketing-messages", UsageScene.startOf("2024-01-01"), 5);

    scene.statement(channel, "2024-01-01", "2024-01-31").body("periods.total", contains("0"));
  }

  @Test
  @DisplayName("PRE-2 PRE-9 a lot covers its first day's usage of before it was created, none else")
  void firstHours() {
    String channel = scene.channelOn("2024-01-12");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.use(channel, "2024-01-09", 7);
    scene.use(channel, "2024-01-10", 150);
    scene.useAt(channel, UsageScene.ACTIONS, UsageScene.startOf("2024-01-10"), 100);
    scene.use(channel, "2024-01-11", 3);

    scene.buy(channel, ACTION, 100, "2024-01-10");

    scene
        .statement(channel, "2024-01-01", "2024-01-31")
        .body("periods[0].total", equalTo("260"))
        .body("periods[0].drawn", equalTo("200"))
        .body("periods[0].postpaid", equalTo("60"))
        .body("windows.used", contains("200"))
        .body("windows.postpaid", contains("53"));
    scene.set(channel, UsageScene.startOf("2024-02-01"));
    close(channel, "2024-01-01", "2024-02-01")
        .body("lines.quantity", contains("60"))
        .body(
            "lines[0].description", equalTo("workflow-action beyond prepaid, units 1–7, 208–260"));
  }

  @Test
  @DisplayName("SUB-1a what stands on an invoice stays there when a lot comes later")
  void billedStays() {
    String channel = scene.channelOn("2024-02-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.use(channel, "2024-01-31", 100);
    close(channel, "2024-01-01", "2024-02-01").body("lines.quantity", contains("100"));

    scene.buy(channel, ACTION, 100, "2024-01-31");

    scene
        .statement(channel, "2024-01-31", "2024-01-31")
        .body("periods[0].postpaid", equalTo("100"))
        .body("windows.used", contains("0"));
  }

  @Test
  @DisplayName("PRE-9 units that a later lot did not cover are priced in the middle of the total")
  void inTheMiddle() {
    String channel = scene.channelOn("2024-07-01");
    scene.period(channel, BOOK, "early-stage", "2024-06-01", "2024-07-01");
    scene.use(channel, "2024-06-10", 950);
    scene.buy(channel, ACTION, 2_000, "2024-06-15");
    scene.use(channel, "2024-06-20", 4_000);

    scene
        .close(channel, BOOK, "early-stage", "2024-06-01", "2024-07-01", Map.of())
        .body("lines.quantity", contains("900"))
        .body("lines.amountMinor", contains(9_000))
        .body("lines.description", contains("workflow-action beyond prepaid, units 51–950"));
  }

  private ValidatableResponse close(String channel, String from, String to) {
    return scene.close(channel, "mau-2023", "paid", from, to, Map.of()).statusCode(200);
  }
}
