package dev.countinghouse.prepaid.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.ManyLots;
import dev.countinghouse.prepaid.SmallPages;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.transaction.Fields;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usage asks lots two at a time. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(SmallPages.class)
class DrawPagesTest {

  private static final String ACTION = "workflow-action";

  @Inject UsageScene scene;
  @Inject ManyLots many;

  @ParameterizedTest(name = "{0} lots, {1} used: {2} lots give, {3} uncovered")
  @DisplayName("PRE-6 a draw goes on over every page of lots, in their order, until it is covered")
  @CsvSource({
    "2, 399, 2, 0",
    "2, 400, 2, 0",
    "2, 401, 2, 1",
    "5, 200, 1, 0",
    "5, 201, 2, 0",
    "5, 400, 2, 0",
    "5, 401, 3, 0",
    "5, 800, 4, 0",
    "5, 801, 5, 0",
    "5, 1000, 5, 0",
    "5, 1003, 5, 3"
  })
  void overPages(int lots, long used, long giving, long uncovered) {
    String channel = lots(lots);

    scene.use(channel, "2024-01-05", used);

    Fields windows =
        many.first(
            """
            select count(*) filter (where used_halves > 0), coalesce(sum(used_halves), 0)::bigint,
              coalesce(sum(uncovered_halves), 0)::bigint, min(lot_id) filter (where uncovered_halves > 0),
              (select max(lot_id) from lot where channel_id = $1)
            from lot_window where channel_id = $1
            """,
            channel);
    assertThat(windows.longValue(0)).isEqualTo(giving);
    assertThat(windows.longValue(1)).isEqualTo(2 * (used - uncovered));
    assertThat(windows.longValue(2)).isEqualTo(2 * uncovered);
    assertThat(windows.valueOrNull(3)).isEqualTo(uncovered == 0 ? null : windows.string(4));
    assertThat(many.wrong(channel)).isZero();
  }

  @Test
  @DisplayName(
      "PRE-6 the usage of several days at once asks as many lots as it needs, in any order")
  void severalDays() {
    String channel = scene.channelOn("2024-01-01");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-03-01");
    scene.buy(channel, ACTION, 1, "2024-01-01");
    scene.buy(channel, ACTION, 1, "2024-01-03");
    scene.buy(channel, ACTION, 1, "2024-01-05");
    for (String day : new String[] {"2024-01-01", "2024-01-03", "2024-01-05"}) {
      scene.use(channel, day, 3);
    }

    scene.set(channel, UsageScene.startOf("2024-01-06"));

    scene
        .statement(channel, "2024-01-01", "2024-01-31")
        .body("windows.used", equalTo(java.util.List.of("2", "2", "2")))
        .body("windows.uncovered", equalTo(java.util.List.of("1", "1", "1")))
        .body("periods[0].drawn", equalTo("6"))
        .body("periods[0].postpaid", equalTo("3"));
  }

  @Test
  @DisplayName("PRE-6 of 100,000 lots one piece of usage locks a page, and writes one")
  void hundredThousandLots() {
    String channel = lots(100_000);

    scene.use(channel, "2024-01-05", 3);

    // A row that was locked or written carries the transaction that did it.
    Fields lots =
        many.first(
            "select count(*), count(*) filter (where xmax <> '0'::xid or left_halves < pool_halves)"
                + " from lot where channel_id = $1",
            channel);
    assertThat(lots.longValue(0)).isEqualTo(100_000);
    assertThat(lots.longValue(1)).isBetween(1L, 2L);
  }

  private String lots(int count) {
    String channel = scene.channelOn("2024-01-10");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.buy(channel, ACTION, 100, "2024-01-01");
    many.multiply(channel, count);
    return channel;
  }
}
