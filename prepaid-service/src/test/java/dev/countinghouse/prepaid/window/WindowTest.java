package dev.countinghouse.prepaid.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.countinghouse.contracts.internal.ClosingRequest;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of lots through storage: events in, due work, statements and closings out. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class WindowTest {

  private static final String ACTION = "workflow-action";
  private static final Map<String, Long> NO_GAUGES = Map.of();

  /** Lots of which the pool less what the windows deducted is not what is left. */
  private static final String WRONG =
      """
      select count(*) from lot l where l.channel_id = $1 and l.left_halves <> l.pool_halves - coalesce((
        select sum(deducted_halves) from lot_window w where w.channel_id = l.channel_id and w.lot_id = l.lot_id), 0)
      """;

  private static @Nullable String twoLots;

  @Inject UsageScene scene;
  @Inject Tokens tokens;
  @Inject Transactions transactions;

  @Test
  @DisplayName("PRE-5 M = 100 over twelve months: deducted, postpaid, pool left and the invoice")
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
    lots(channel).body("items[0].remaining", equalTo("1161.5"));
  }

  @ParameterizedTest(name = "the window closes first: {0}")
  @DisplayName("PRE-6 PRE-3 a gauge draws the same before and after its window has closed")
  @CsvSource({"true", "false"})
  void gaugeAfterTheClose(boolean closesFirst) {
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, "mu", 100, "2024-01-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");
    if (closesFirst) {
      scene.advance(channel, "2024-02-01");
    } else {
      scene.set(channel, UsageScene.startOf("2024-02-01"));
    }

    ValidatableResponse closed =
        scene.close(
            channel,
            "usage-2024",
            "early-stage",
            "2024-01-01",
            "2024-02-01",
            Map.of("mau", 1_250L));
    scene.advance(channel, "2024-02-01");

    closed
        .statusCode(200)
        .body("lines.quantity", contains("50"))
        .body("lines.amountMinor", contains(100));
    scene
        .statement(channel, "mu", "2024-01-01", "2024-01-31")
        .body("windows.own", contains("100"))
        .body("windows.borrowed", contains("100"))
        .body("windows.minimum", contains("0"))
        .body("windows.postpaid", contains("50"))
        .body("windows.poolLeft", contains("1000"))
        .body("periods[0].total", equalTo("1250"))
        .body("periods[0].allowance", equalTo("1000"))
        .body("periods[0].drawn", equalTo("200"))
        .body("periods[0].postpaid", equalTo("50"));
  }

  @Test
  @DisplayName("PRE-6 where periods begin in the morning, a gauge draws on the last full day")
  void gaugeOfTheLastFullDay() {
    Duration tenHours = Duration.ofHours(10);
    Instant start = UsageScene.startOf("2024-03-05").plus(tenHours);
    Instant end = UsageScene.startOf("2024-04-05").plus(tenHours);
    String channel = scene.channelOn("2024-03-05");
    scene.buy(channel, "mu", 100, "2024-03-05");
    scene.periodBetween(channel, "usage-2024", "early-stage", start, end);
    scene.advance(channel, "2024-04-05");
    scene.set(channel, end);

    scene.close(
        channel,
        new ClosingRequest(
            start,
            end,
            "early-stage",
            "usage-2024",
            1,
            List.of(new ClosingRequest.GaugeReading("mau", 1_070))));

    scene
        .statement(channel, "mu", "2024-03-05", "2024-04-05")
        .body("windows.used", contains("70", "0"))
        .body("windows.minimum", contains("0", "0"));
  }

  @Test
  @DisplayName("PRE-1 PRE-6 the closing of the last period still draws from a lot that has expired")
  void lastPeriod() {
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, "mu", 100, "2024-01-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-12-01", "2025-01-01");
    for (int month = 2; month <= 12; month++) {
      scene.advance(channel, LocalDate.of(2024, month, 1).toString());
    }
    scene.advance(channel, "2025-01-01");

    scene
        .close(
            channel, "usage-2024", "early-stage", "2024-12-01", "2025-01-01", Map.of("mau", 1_180L))
        .body("lines", hasSize(0));

    scene
        .statement(channel, "mu", "2024-12-01", "2024-12-31")
        .body("windows.used", contains("180"))
        .body("windows.poolLeft", contains("470"));
    lots(channel)
        .body("items[0].status", equalTo("expired"))
        .body("items[0].remaining", equalTo("470"));
  }

  @Test
  @DisplayName("PRE-3 2,500 lots whose windows end at one instant are closed page by page, once")
  void manyLotsAtOnce() {
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, ACTION, 100, "2024-01-01");
    multiply(channel, 2_500);

    scene.advance(channel, "2024-02-01");

    String sums =
        "select count(*), sum(left_halves)::bigint, min(next_close), max(next_close) from lot"
            + " where channel_id = $1";
    Fields lots = first(sums, channel);
    assertThat(lots.longValue(0)).isEqualTo(2_500);
    assertThat(lots.longValue(1)).isEqualTo(2_500L * 2 * 1_150);
    assertThat(lots.date(2)).isEqualTo(lots.date(3)).isEqualTo(LocalDate.of(2024, 3, 1));
    assertThat(first(WRONG, channel).longValue(0)).isZero();
  }

  private void multiply(String channel, int lots) {
    String copy =
        """
        insert into lot (channel_id, lot_id, item, monthly_quantity, pool_halves, left_halves, valid_from, valid_until,
          renew, order_id, invoice, charge_minor, currency, created_at, next_close)
        select channel_id, lot_id || n, item, monthly_quantity, pool_halves, left_halves, valid_from, valid_until,
          renew, order_id, invoice, charge_minor, currency, created_at, next_close
        from lot cross join generate_series(2, $2::int) as n where channel_id = $1
        """;
    transactions.run(tx -> tx.update(copy, channel, lots)).await().atMost(Duration.ofSeconds(30));
  }

  private Fields first(String sql, String channel) {
    return transactions
        .run(tx -> tx.select(sql, channel))
        .await()
        .atMost(Duration.ofSeconds(10))
        .getFirst();
  }

  private String twoLots() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.buy(channel, ACTION, 100, "2024-01-01");
    scene.buy(channel, ACTION, 100, "2024-06-15");
    return channel;
  }

  private ValidatableResponse lots(String channel) {
    return tokens
        .ownerOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/lots")
        .then()
        .statusCode(200);
  }

  private static Boolean[] closedTwelveTimes() {
    return Collections.nCopies(12, true).toArray(Boolean[]::new);
  }
}
