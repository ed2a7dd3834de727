package dev.countinghouse.prepaid.window;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;

/** A lot is created where many others could not cover all; lots are asked two at a time. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
@TestProfile(SmallPages.class)
class CoverPagesTest {

  private static final String ACTION = "workflow-action";

  /** By the last of a channel's lots in their draw order, and by the others. */
  private static final String WINDOWS =
      """
      select coalesce(sum(w.uncovered_halves) filter (where l.valid_until = last.day), 0)::bigint,
        coalesce(sum(w.used_halves) filter (where l.valid_until = last.day), 0)::bigint,
        coalesce(sum(w.uncovered_halves) filter (where l.valid_until < last.day), 0)::bigint,
        (select sum(to_halves - from_halves)::bigint from usage_uncovered where channel_id = $1)
      from lot l join lot_window w using (channel_id, lot_id)
        cross join (select max(valid_until) as day from lot where channel_id = $1) as last
      where channel_id = $1
      """;

  @Inject UsageScene scene;
  @Inject ManyLots many;

  @Test
  @DisplayName(
      "PRE-6 of 1,000 lots one that is created locks a page for what it covers, and one for what"
          + " was remembered")
  void locksPages() {
    String channel = lots(1_000);
    scene.use(channel, "2024-01-05", 2_003);
    long next = nextTransaction(channel);

    scene.buy(channel, ACTION, 2, "2023-12-20");

    // A row that was locked or written since carries a transaction of since.
    Fields lots =
        many.first(
            """
            select count(*), count(*) filter (where xmax::text::bigint >= %1$d or xmin::text::bigint >= %1$d)
            from lot where channel_id = $1
            """
                .formatted(next),
            channel);
    assertThat(lots.longValue(0)).isEqualTo(1_001);
    assertThat(lots.longValue(1)).isBetween(2L, 4L);
    assertThat(uncovered(channel)).isZero();
    assertThat(many.wrong(channel)).isZero();
  }

  @ParameterizedTest(name = "{0} lots")
  @DisplayName(
      "PRE-6 a lot that is the last of several pages covers what it can and remembers the rest,"
          + " which no other does any more")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void overPages(int count) {
    String channel = lots(count);
    scene.use(channel, "2024-01-05", 2L * count + 3);

    scene.buy(channel, ACTION, 1, "2024-01-03");

    Fields windows = many.first(WINDOWS, channel);
    assertThat(windows.longValue(0)).as("uncovered, with the last lot").isEqualTo(2);
    assertThat(windows.longValue(1)).as("drawn from it").isEqualTo(4);
    assertThat(windows.longValue(2)).as("uncovered, with the others").isZero();
    assertThat(windows.longValue(3)).as("uncovered, of the period").isEqualTo(2);
    assertThat(many.wrong(channel)).isZero();
  }

  private String lots(int count) {
    String channel = scene.channelOn("2024-01-10");
    scene.period(channel, "mau-2023", "paid", "2024-01-01", "2024-02-01");
    scene.buy(channel, ACTION, 1, "2024-01-01");
    many.multiply(channel, count);
    return channel;
  }

  private long uncovered(String channel) {
    return many.first("select count(*) from usage_uncovered where channel_id = $1", channel)
        .longValue(0);
  }

  private long nextTransaction(String channel) {
    return many.first("select txid_snapshot_xmax(txid_current_snapshot()) where $1 <> ''", channel)
        .longValue(0);
  }
}
