package dev.countinghouse.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PRE-6's two lots of 100, one from 2024-01-01 and one from 2024-06-15, through the gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackedLotsTest {

  private static final OffsetDateTime CONVERTED = OffsetDateTime.parse("2024-01-01T10:00:00+09:00");
  private static final OffsetDateTime BOUGHT = OffsetDateTime.parse("2024-06-15T12:00:00+09:00");

  private final WorkflowShop shop =
      WorkflowShop.payingSince(
          CONVERTED, RunningSuite.gateway("stacked-lots").asOwner(), "Two lots");

  @BeforeAll
  void givenTheSecondLot() {
    shop.channel().advanceTo(BOUGHT);
    List<Map<String, Object>> lines = List.of(WorkflowShop.line());
    Reply quote = shop.channel().post("prepaid/quotes", Map.of("lines", lines)).expect(200);
    String quoted = amount(quote.body().path("term"));

    Reply bought =
        shop.channel()
            .post("prepaid/purchases", Map.of("lines", lines, "renew", false))
            .expect(201);

    Check.same("paid", bought.text("status"), "PRE-18 " + bought);
    Check.same(quoted, amount(bought.body().path("charged")), "PRE-8 it charges its quote");
  }

  @Order(1)
  @ParameterizedTest(name = "{0}: {1}/{2}/{3}")
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
  @DisplayName("PRE-6 the range of a day is the sum over the lots that are valid that day")
  void range(String day, String monthly, String minimum, String maximum) {
    JsonNode range =
        shop.channel()
            .get("prepaid/range?item=" + WorkflowShop.ITEM + "&on=" + day)
            .expect(200)
            .body();

    assertThat(List.of(range.path("monthly"), range.path("minimum"), range.path("maximum")))
        .extracting(JsonNode::asText)
        .containsExactly(monthly, minimum, maximum);
  }

  @Order(2)
  @Test
  @DisplayName(
      "PRE-6 a draw takes from the earliest-expiring lot first, each up to its own maximum")
  void draws() {
    // Given the day after the second lot began, and both lots' windows unused
    OffsetDateTime at = BOUGHT.plusDays(1);

    // When 450 actions: 200 of the first lot, 200 of the second, 50 of none
    shop.use(450, at);

    // Then
    shop.channel().advanceTo(at.plusHours(1));
    LocalDate day = at.toLocalDate();
    assertThat(shop.windows(day, day))
        .extracting(window -> window.path("from").asText(), window -> text(window, "deducted"))
        .containsExactly(Tuple.tuple("2024-06-01", "200"), Tuple.tuple("2024-06-15", "200"));
    assertThat(text(shop.statement(day, day).path("periods").get(0), "postpaid")).isEqualTo("50");
  }

  @Order(3)
  @Test
  @DisplayName("PRE-6 PRE-1 when the first lot has expired, only the second gives")
  void afterTheFirst() {
    // Given a month in which only the second lot is valid
    OffsetDateTime at = OffsetDateTime.parse("2025-01-20T12:00:00+09:00");

    // When
    shop.use(150, at);

    // Then
    shop.channel().advanceTo(at.plusHours(1));
    LocalDate day = at.toLocalDate();
    assertThat(shop.windows(day, day))
        .extracting(window -> window.path("from").asText(), window -> text(window, "borrowed"))
        .containsExactly(Tuple.tuple("2025-01-15", "50"));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static String amount(JsonNode money) {
    return money.path("amount").asText() + " " + money.path("currency").asText();
  }
}
