package dev.countinghouse.prepaid.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.clock.ChannelClock;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.prepaid.ManyLots;
import dev.countinghouse.prepaid.UsageScene;
import dev.countinghouse.prepaid.domain.MeterCount;
import dev.countinghouse.prepaid.lot.Lots;
import dev.countinghouse.transaction.Fields;
import dev.countinghouse.transaction.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Batches of one channel's usage that are decided at once, by several pods. */
@QuarkusTest
@WithTestResource(StackTestResource.class)
class ConcurrentUsageTest {

  private static final int BATCHES = 40;

  private static final String SUMS =
      """
      select p.total, p.uncovered_halves,
        (select sum(used_halves)::bigint from lot_window where channel_id = $1),
        (select sum(uncovered_halves)::bigint from lot_window where channel_id = $1),
        (select sum(to_halves - from_halves)::bigint from usage_uncovered where channel_id = $1)
      from usage_period p where p.channel_id = $1
      """;

  @Inject UsageScene scene;
  @Inject ManyLots many;
  @Inject TakeUpUsage usage;
  @Inject ChannelClock clock;
  @Inject Transactions transactions;
  @Inject Lots lots;

  @Test
  @DisplayName("PRE-4 PRE-6 batches of one item at once: what was used is what was counted")
  void atOnce() {
    String channel = channelWithLots(3);

    together(batches(channel, 20, BATCHES));

    Fields sums = many.first(SUMS, channel);
    assertThat(sums.longValue(0)).isEqualTo(20L * BATCHES);
    assertThat(sums.longValue(2)).isEqualTo(2L * 3 * 200);
    assertThat(sums.longValue(1)).isEqualTo(2L * (20 * BATCHES - 600));
    assertThat(sums.longValue(3)).isEqualTo(sums.longValue(1));
    assertThat(sums.longValue(4)).isEqualTo(sums.longValue(1));
    assertThat(many.wrong(channel)).isZero();
  }

  @Test
  @DisplayName("PRE-15 a lot that is asked to be paid back meanwhile gives nothing afterwards")
  void besideARefund() {
    String channel = channelWithLots(2);
    String refunded =
        many.first("select max(lot_id) from lot where channel_id = $1", channel).string(0);

    together(
        Stream.concat(
            Stream.concat(
                batches(channel, 10, BATCHES / 4), Stream.of(() -> refund(channel, refunded))),
            batches(channel, 10, BATCHES)));
    long gave = given(channel, refunded);
    take(channel, 1_000);

    Fields sums = many.first(SUMS, channel);
    assertThat(given(channel, refunded)).isEqualTo(gave);
    assertThat(sums.longValue(2)).isEqualTo(2L * 200 + gave);
    assertThat(sums.longValue(1)).isEqualTo(2 * sums.longValue(0) - sums.longValue(2));
    assertThat(many.wrong(channel)).isZero();
  }

  private void refund(String channel, String lot) {
    transactions
        .run(tx -> lots.refunding(tx, channel, lot, "ref_test"))
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  private long given(String channel, String lot) {
    return many.first(
            "select coalesce(sum(used_halves), 0)::bigint from lot_window"
                + " where channel_id = $1 and lot_id = '"
                + lot
                + "'",
            channel)
        .longValue(0);
  }

  private String channelWithLots(int count) {
    String channel = scene.liveChannel();
    String start = LocalDate.now(UsageScene.SEOUL).toString();
    String end = LocalDate.now(UsageScene.SEOUL).plusMonths(1).toString();
    scene.period(channel, "mau-2023", "paid", start, end);
    scene.buy(channel, "workflow-action", 100, start);
    many.multiply(channel, count);
    return channel;
  }

  private void take(String channel, long units) {
    MeterCount count =
        new MeterCount(
            UsageScene.ACTIONS,
            UsageScene.startOf(LocalDate.now(UsageScene.SEOUL).toString()),
            units);
    transactions
        .run(tx -> clock.now(tx, channel).chain(now -> usage.takeUpBatch(tx, now, List.of(count))))
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  private Stream<Runnable> batches(String channel, long units, int count) {
    return IntStream.range(0, count).mapToObj(batch -> () -> take(channel, units));
  }

  private static void together(Stream<Runnable> works) {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      works.forEach(work -> all.add(threads.submit(work)));
      all.forEach(ConcurrentUsageTest::join);
    }
  }

  private static void join(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
