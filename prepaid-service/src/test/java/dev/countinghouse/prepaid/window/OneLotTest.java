package dev.countinghouse.prepaid.window;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The months of one lot: minimum, maximum, what is borrowed and what is postpaid. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class OneLotTest {

  private static final String ACTION = "workflow-action";
  private static final Map<String, Long> NO_GAUGES = Map.of();

  @Inject UsageScene scene;
  @Inject Tokens tokens;

  @Test
  @DisplayName(
      "PRE-5 PRE-9 M = 100 over twelve months: deducted, postpaid, pool left and the invoice, also of"
          + " units that the first tier gives for $0.00")
  void twelveMonths() {
    long[] usage = {0, 30, 50, 100, 150, 200, 250, 400, 120, 80, 60, 10};
    int none = -1;
    int[] lines = {none, none, none, none, none, none, 500, 2000, none, none, 100, 0};
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, ACTION, 100, "2024-01-01");

    for (int month = 0; month < 12; month++) {
      String start = LocalDate.of(2024, 1, 1).plusMonths(month).toString();
      String end = LocalDate.of(2024, 1, 1).plusMonths(month + 1).toString();
      scene.period(channel, "mau-2023", "paid", start, end);
      if (usage[month] > 0) {
        scene.use(channel, start, usage[month]);
      }
      scene.advance(channel, end);
      ValidatableResponse closed =
          scene.close(channel, "mau-2023", "paid", start, end, NO_GAUGES).statusCode(200);
      assertThat(closed.extract().jsonPath().getList("lines.amountMinor", Integer.class))
          .as("invoice of %s", start)
          .isEqualTo(lines[month] == none ? List.of() : List.of(lines[month]));
    }

    ValidatableResponse statement = scene.statement(channel, "2024-01-01", "2024-12-31");
    statement
        .body("windows.closed", contains(closedTwelveTimes()))
        .body(
            "windows.deducted",
            contains("50", "50", "50", "100", "150", "200", "200", "200", "120", "80", "0", "0"))
        .body(
            "windows.postpaid",
            contains("0", "0", "0", "0", "0", "0", "50", "200", "0", "0", "60", "10"))
        .body(
            "windows.poolLeft",
            contains(
                "1150", "1100", "1050", "950", "800", "600", "400", "200", "80", "0", "0", "0"))
        .body(
            "windows.borrowed",
            contains("0", "0", "0", "0", "50", "100", "100", "100", "20", "0", "0", "0"))
        .body(
            "windows.minimum",
            contains("50", "20", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"))
        .body(
            "periods.total",
            contains("0", "30", "50", "100", "150", "200", "250", "400", "120", "80", "60", "10"))
        .body(
            "periods.drawn",
            contains("0", "30", "50", "100", "150", "200", "200", "200", "120", "80", "0", "0"));
  }

  @Test
  @DisplayName(
      "PRE-4 PRE-9 M = 2,000, usage 4,500 → 2,000 own + 2,000 borrowed + 500 postpaid: units"
          + " 4,001–4,500, $25")
  void borrows() {
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, ACTION, 2_000, "2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");

    scene.use(channel, "2024-01-01", 4_500);
    scene.advance(channel, "2024-02-01");

    scene
        .statement(channel, "2024-01-01", "2024-01-31")
        .body("windows.own", contains("2000"))
        .body("windows.borrowed", contains("2000"))
        .body("windows.postpaid", contains("500"))
        .body("windows.poolLeft", contains("20000"));
    scene
        .close(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01", NO_GAUGES)
        .body("lines", hasSize(1))
        .body("lines[0].item", equalTo(ACTION))
        .body("lines[0].quantity", equalTo("500"))
        .body("lines[0].amountMinor", equalTo(2_500))
        .body("lines[0].description", equalTo("workflow-action beyond prepaid, units 4,001–4,500"));
  }

  @Test
  @DisplayName("PRE-3 M = 101: a window without usage is deducted 50.5, exact, and once")
  void minimum() {
    String channel = scene.channelOn("2024-01-31");
    scene.buy(channel, ACTION, 101, "2024-01-31");
    scene.period(channel, "mau-2023", "paid", "2024-01-31", "2024-02-29");

    scene.advance(channel, "2024-02-29");
    scene.advance(channel, "2024-02-29");

    scene
        .statement(channel, "2024-01-31", "2024-02-28")
        .body("windows.minimum", contains("50.5"))
        .body("windows.poolLeft", contains("1161.5"))
        .body("windows.to", contains("2024-02-28"));
    tokens
        .ownerOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/lots")
        .then()
        .body("items[0].remaining", equalTo("1161.5"));
  }

  @ParameterizedTest(name = "counted on {0}")
  @DisplayName(
      "PRE-1 PRE-9 usage up to the last instant of the last valid day is covered, from the first of"
          + " the next day it is postpaid")
  @ValueSource(strings = {"2025-02-27", "2025-02-28", "2025-03-05"})
  void aroundTheEnd(String counted) {
    String channel = scene.channelOn("2024-02-29");
    scene.buy(channel, ACTION, 100, "2024-02-29");
    scene.period(channel, "mau-2023", "paid", "2024-02-29", "2025-03-29");
    scene.advance(channel, counted);
    Instant end = UsageScene.startOf("2025-02-28");

    scene.useAt(channel, UsageScene.ACTIONS, end.minus(1, ChronoUnit.MICROS), 60);
    scene.useAt(channel, UsageScene.ACTIONS, end, 70);

    scene.advance(channel, "2025-03-05");
    scene
        .statement(channel, "2025-02-27", "2025-02-28")
        .body("windows", hasSize(1))
        .body("windows[0].to", equalTo("2025-02-27"))
        .body("windows[0].deducted", equalTo("60"))
        .body("windows[0].uncovered", equalTo("0"))
        .body("periods[0].total", equalTo("130"))
        .body("periods[0].drawn", equalTo("60"))
        .body("periods[0].postpaid", equalTo("70"));
  }

  @ParameterizedTest(name = "July''s usage is counted on {0}: August''s minimum {1}, postpaid {2}")
  @DisplayName(
      "PRE-3 PRE-4 usage that comes when later windows have closed takes what its own minimum took,"
          + " not what theirs took")
  @CsvSource({"2024-07-31, 0, 0", "2024-08-15, 0, 0", "2024-09-01, 50, 50"})
  void afterLaterWindows(String counted, String minimumOfAugust, String postpaidOfJuly) {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2025-01-01");
    scene.buy(channel, ACTION, 100, "2024-01-01");
    for (int month = 1; month <= 6; month++) {
      scene.use(channel, LocalDate.of(2024, month, 1).toString(), month == 6 ? 100 : 200);
    }
    for (int month = 2; month <= 9; month++) {
      advanceUntil(channel, LocalDate.of(2024, month, 1), counted);
    }

    scene.use(channel, "2024-07-10", 100);

    scene.advance(channel, "2024-09-01");
    scene
        .statement(channel, "2024-07-01", "2024-08-31")
        .body("windows[0].uncovered", equalTo(postpaidOfJuly))
        .body("windows[1].minimum", equalTo(minimumOfAugust))
        .body("windows[1].poolLeft", equalTo("0"));
  }

  /** Whichever of the two days is the earlier. */
  private void advanceUntil(String channel, LocalDate day, String last) {
    scene.advance(channel, day.isBefore(LocalDate.parse(last)) ? day.toString() : last);
  }

  private static Boolean[] closedTwelveTimes() {
    return Collections.nCopies(12, true).toArray(Boolean[]::new);
  }
}
