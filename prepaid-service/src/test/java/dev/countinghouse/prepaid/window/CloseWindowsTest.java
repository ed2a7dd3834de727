package dev.countinghouse.prepaid.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.ManyLots;
import dev.countinghouse.prepaid.PlayedClock;
import dev.countinghouse.prepaid.SmallPages;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.transaction.Fields;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows that end at one instant are closed page by page; two lots a page, five pages a run. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(SmallPages.class)
class CloseWindowsTest {

  private static final String SUMS =
      """
      select count(*), coalesce(sum(left_halves), 0)::bigint, min(next_close), max(next_close),
        (select count(*) from lot_window w where w.channel_id = $1 and w.closed)
      from lot where channel_id = $1
      """;

  private static final long AFTER_ONE_MINIMUM = 2L * 1_150;

  @Inject UsageScene scene;
  @Inject ManyLots many;
  @Inject PlayedClock clock;

  @ParameterizedTest(name = "{0} lots")
  @ValueSource(ints = {1, 2, 3, 4, 5, 9, 10, 11, 21})
  @DisplayName("PRE-3 lots whose windows end at one instant are each closed once, on any page")
  void atOneInstant(int count) {
    String channel = lots(count);

    scene.advance(channel, "2024-02-01");

    Fields lots = many.first(SUMS, channel);
    assertThat(lots.longValue(0)).isEqualTo(count);
    assertThat(lots.longValue(1)).isEqualTo(count * AFTER_ONE_MINIMUM);
    assertThat(lots.longValue(4)).isEqualTo(count);
    assertThat(lots.date(2)).isEqualTo(lots.date(3)).isEqualTo(LocalDate.of(2024, 3, 1));
    assertThat(many.wrong(channel)).isZero();
  }

  @Test
  @DisplayName("PRE-3 a crash between two pages: what was closed stays, the rest is closed later")
  void crashBetweenPages() {
    String channel = lots(5);
    String last =
        many.first("select max(lot_id) from lot where channel_id = $1", channel).string(0);
    many.alter("lot_window add constraint crash check (lot_id <> '" + last + "') not valid");

    clock.advanceToFirstQuestion(channel, UsageScene.startOf("2024-02-01"));
    many.alter("lot_window drop constraint crash");
    long before = many.first(SUMS, channel).longValue(4);
    scene.advance(channel, "2024-02-01");

    assertThat(before).isEqualTo(4);

    Fields lots = many.first(SUMS, channel);
    assertThat(lots.longValue(1)).isEqualTo(5 * AFTER_ONE_MINIMUM);
    assertThat(lots.longValue(4)).isEqualTo(5);
    assertThat(many.wrong(channel)).isZero();
  }

  @Test
  @DisplayName("PRE-3 a lot that was paid back closes no window, and no work is left for it")
  void paidBack() {
    String channel = scene.channelOn("2024-01-01");
    String lot = scene.buy(channel, "workflow-action", 100, "2024-01-01");
    scene.payBack(channel, lot, "2024-01-02");

    scene.advance(channel, "2024-02-01");

    Fields lots = many.first(SUMS, channel);
    assertThat(lots.longValue(1)).isEqualTo(2L * 1_200);
    assertThat(lots.longValue(4)).isZero();
    assertThat(lots.valueOrNull(2)).isNull();
  }

  private String lots(int count) {
    String channel = scene.channelOn("2024-01-01");
    scene.buy(channel, "workflow-action", 100, "2024-01-01");
    many.multiply(channel, count);
    return channel;
  }
}
