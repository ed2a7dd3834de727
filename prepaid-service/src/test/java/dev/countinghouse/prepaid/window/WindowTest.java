package dev.countinghouse.prepaid.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.UsageScene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of lots through storage: events in, due work, statements and closings out. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class WindowTest {

  private static final String ACTION = "workflow-action";
  private static final Map<String, Long> NO_GAUGES = Map.of();

  @Inject UsageScene scene;

  @Test
  @DisplayName("PRE-5 M = 100 over twelve months: deducted, postpaid, pool left and the invoice")
  void twelveMonths() {
    long[] usage = {0, 30, 50, 100, 150, 200, 250, 400, 120, 80, 60, 10};
    int[] lines = {0, 0, 0, 0, 0, 0, 500, 2000, 0, 0, 100, 0};
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
          .isEqualTo(
              lines[month] == 0 && month != 11
                  ? java.util.List.of()
                  : java.util.List.of(lines[month]));
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

  private static Boolean[] closedTwelveTimes() {
    return java.util.Collections.nCopies(12, true).toArray(Boolean[]::new);
  }
}
