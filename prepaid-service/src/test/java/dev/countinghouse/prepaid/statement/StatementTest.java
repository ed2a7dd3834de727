package dev.countinghouse.prepaid.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.ManyLots;
import dev.countinghouse.prepaid.Tokens;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class StatementTest {

  private static final List<String> WINDOW_PARTS = List.of("own", "borrowed", "minimum");
  private static final List<String> PERIOD_PARTS =
      List.of("allowance", "drawn", "postpaid", "unbilled");

  @Inject UsageScene scene;
  @Inject Transactions transactions;
  @Inject Tokens tokens;
  @Inject ManyLots many;

  @Test
  @DisplayName("a statement shows windows that have begun, also without any usage")
  void begun() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    String lot = scene.buy(channel, "workflow-action", 100, "2024-01-01");

    scene
        .statement(channel, "2024-01-01", "2024-12-31")
        .body("windows", hasSize(1))
        .body("windows[0].lot", equalTo(lot))
        .body("windows[0].closed", equalTo(false))
        .body("windows[0].month", equalTo(1))
        .body("windows[0].to", equalTo("2024-01-31"))
        .body("windows[0].poolLeft", equalTo("1200"))
        .body("periods", hasSize(1))
        .body("periods[0].total", equalTo("0"));
  }

  @Test
  @DisplayName(
      "in a statement own + borrowed + minimum is what a window deducted, and allowance + drawn"
          + " + postpaid + unbilled is a period's total")
  void sums() {
    String channel = scene.channelOn("2024-01-31");
    scene.period(channel, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-02-01", "2024-03-01");
    scene.buy(channel, "workflow-action", 101, "2024-01-01");
    scene.use(channel, "2024-01-15", 300);
    scene.advance(channel, "2024-03-02");
    scene.use(channel, "2024-02-15", 80);
    scene.ended(channel, "2024-03-01");
    scene.use(channel, "2024-03-01", 500);

    JsonPath statement = scene.statement(channel, "2024-01-01", "2024-03-31").extract().jsonPath();

    List<Map<String, String>> windows = statement.getList("windows");
    List<Map<String, String>> periods = statement.getList("periods");
    assertThat(windows).hasSize(3).allSatisfy(of -> isSum(of, "deducted", WINDOW_PARTS));
    assertThat(periods).hasSize(3).allSatisfy(of -> isSum(of, "total", PERIOD_PARTS));
    assertThat(windows.get(0)).containsEntry("borrowed", "101").containsEntry("postpaid", "48");
    assertThat(windows.get(1)).containsEntry("own", "30").containsEntry("minimum", "20.5");
    assertThat(periods.get(2)).containsEntry("unbilled", "298");
  }

  private static void isSum(Map<String, String> of, String whole, List<String> parts) {
    BigDecimal sum =
        parts.stream().map(of::get).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(of.get(whole));
  }

  @Test
  @DisplayName("the database refuses a lot of which less than nothing is left, or more than all")
  void bounds() {
    String channel = scene.channelOn("2024-01-01");
    String lot = scene.buy(channel, "workflow-action", 100, "2024-01-01");

    for (String left : List.of("-1", "pool_halves + 1")) {
      Uni<Integer> beyond =
          transactions.run(
              tx ->
                  tx.update(
                      "update lot set left_halves = %s where channel_id = $1 and lot_id = $2"
                          .formatted(left),
                      channel,
                      lot));
      assertThatThrownBy(() -> beyond.await().atMost(Duration.ofSeconds(10)))
          .hasMessageContaining("check constraint");
    }
  }

  @Test
  @DisplayName("a statement of many lots is read page by page, each lot once, in their draw order")
  void pages() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.buy(channel, "workflow-action", 100, "2024-01-01");
    many.multiply(channel, 7);
    List<String> lots = new ArrayList<>();
    String cursor = "";

    for (int page = 0; page < 3; page++) {
      JsonPath read = page(channel, "workflow-action", "limit=3" + cursor).extract().jsonPath();
      lots.addAll(read.getList("windows.lot"));
      assertThat(read.getList("periods")).hasSize(1);
      cursor = "&cursor=" + read.getString("next");
    }

    assertThat(cursor).isEqualTo("&cursor=null");
    assertThat(lots).hasSize(7).doesNotHaveDuplicates().isSorted();
  }

  @Test
  @DisplayName("a statement of 501 lots can be read: 500, and the cursor of the last")
  void moreThanAPage() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.buy(channel, "workflow-action", 100, "2024-01-01");
    many.multiply(channel, 501);

    String next =
        page(channel, "workflow-action", "").body("windows", hasSize(500)).extract().path("next");

    page(channel, "workflow-action", "cursor=" + next)
        .body("windows", hasSize(1))
        .body("next", nullValue());
    page(channel, "pu", "cursor=" + next).statusCode(400).body("code", equalTo("page.cursor"));
    page(channel, "workflow-action", "limit=0").statusCode(400).body("code", equalTo("page.limit"));
  }

  private ValidatableResponse page(String channel, String item, String query) {
    String path = "/v1/channels/" + channel + "/prepaid/statement?item=" + item + "&";
    return tokens.ownerOf(channel).get(path + query).then();
  }

  @Test
  @DisplayName("PRE-6 an item that only an older book sold can still be read and limited")
  void olderBook() {
    String channel = scene.channelOn("2024-02-10");
    scene.period(channel, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");
    scene.buy(channel, "mu", 100, "2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-02-01", "2024-03-01");

    scene
        .range(channel, "mu", "2024-02-10")
        .statusCode(200)
        .body("monthly", equalTo("100"))
        .body("maximum", equalTo("200"));
    scene
        .statement(channel, "mu", "2024-02-01", "2024-02-10")
        .body("windows.monthlyQuantity", contains(100));
    scene.limit(channel, "mu", "{\"monthly\":5}").statusCode(200);
    scene
        .range(channel, "biscuit", "2024-02-10")
        .statusCode(422)
        .body("code", equalTo("prepaid.unknown-item"));
  }

  @ParameterizedTest(name = "{0}, blaming {1}")
  @DisplayName("SYS-5 a range that is none blames the day that is wrong")
  @CsvSource({
    "from=2024-02-02&to=2024-02-01, to",
    "from=2024-01-01&to=2025-02-04, from",
    "to=1st, to"
  })
  void blames(String range, String field) {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");

    page(channel, "mu", range).statusCode(400).body("errors.field", contains(field));
  }

  @ParameterizedTest(name = "{0} → {1} {2}")
  @DisplayName("SYS-5 a statement or a range that cannot be is refused with a code")
  @CsvSource({
    "statement, 400, parameter.invalid",
    "statement?item=, 400, parameter.invalid",
    "statement?item=biscuit, 422, prepaid.unknown-item",
    "statement?item=mu&from=yesterday, 400, parameter.invalid",
    "statement?item=mu&from=2024-02-02&to=2024-02-01, 400, parameter.invalid",
    "statement?item=mu&from=2024-01-01&to=2025-02-03, 200,",
    "statement?item=mu&from=2024-01-01&to=2025-02-04, 400, parameter.invalid",
    "range, 400, parameter.invalid",
    "range?item=biscuit, 422, prepaid.unknown-item",
    "range?item=mu&on=2024-02-30, 400, parameter.invalid",
    "range?item=mu&on=10000-01-01, 400, parameter.invalid",
    "range?item=mu, 200,"
  })
  void refused(String call, int status, String code) {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "usage-2024", "early-stage", "2024-01-01", "2024-02-01");

    tokens
        .agentOf(channel)
        .get("/v1/channels/" + channel + "/prepaid/" + call)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }
}
