package dev.countinghouse.metering.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.Topics;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.House;
import dev.countinghouse.metering.Told;
import dev.countinghouse.metering.domain.CountableEvent;
import dev.countinghouse.metering.domain.UsageEvent;
import dev.countinghouse.metering.domain.UsageEvent.MarketingSent;
import dev.countinghouse.metering.domain.UsageEvent.WorkflowAction;
import dev.countinghouse.metering.topic.UsageKey;
import dev.countinghouse.metering.topic.UsagePartition;
import dev.countinghouse.metering.topic.UsageRecord;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class MeterCountsTest {

  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

  @Inject CountBatch batches;
  @Inject Positions positions;
  @Inject House house;
  @Inject Told told;

  private final String channel = Ids.create(Ids.CHANNEL);
  private final UsagePartition partition = new UsagePartition(UUID.randomUUID(), 1);

  @BeforeEach
  void open() {
    positions.open(partition, 0).await().atMost(BOUND);
  }

  private CountableEvent event(String id, Instant at, UsageEvent said) {
    return new CountableEvent(
        channel, "tests", id, at, at.atOffset(ZoneOffset.UTC).toLocalDate(), said);
  }

  private CountableEvent action(int number) {
    return event("e" + number, START.plusSeconds(number), new WorkflowAction("w"));
  }

  private PartitionBatch batch(int from, List<CountableEvent> events) {
    List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    for (CountableEvent event : events) {
      byte[] value = UsageRecord.write(event);
      log.add(
          new ConsumerRecord<>(Topics.USAGE, 1, from + log.size(), UsageKey.of(channel), value));
    }
    return new PartitionBatch(partition, log);
  }

  private PartitionBatch actions(int from, int to) {
    return batch(from, IntStream.range(from, to).mapToObj(this::action).toList());
  }

  private void count(PartitionBatch batch) {
    batches.count(batch).await().atMost(BOUND);
  }

  private long total(String meter) {
    return house.number(
        "select coalesce(sum(quantity), 0)::bigint from meter_day"
            + " where channel_id = $1 and meter = $2",
        channel,
        meter);
  }

  /** By meter and instant, everything that was told. */
  private Map<String, Long> quantities() {
    Map<String, Long> quantities = new HashMap<>();
    for (JsonObject event : told.await(channel)) {
      assertThat(event.getString("type")).isEqualTo("usage.counted");
      assertThat(event.getString("channel")).isEqualTo(channel);
      String meter = event.getString("meter");
      for (Object each : event.getJsonArray("counts")) {
        JsonObject count = (JsonObject) each;
        String key = meter + " " + count.getString("at");
        quantities.merge(key, count.getLong("quantity"), Long::sum);
      }
    }
    return quantities;
  }

  @Test
  @DisplayName("PRE-6 counted actions and messages are told by instant, and shown by day")
  void toldAndShown() {
    Instant midnight = START.plus(Duration.ofDays(1));
    count(
        batch(
            0,
            List.of(
                event("1", midnight.minusMillis(1), new WorkflowAction("w")),
                event("2", midnight, new WorkflowAction("w")),
                event("3", midnight, new WorkflowAction("v")),
                event("4", midnight, new MarketingSent("r")))));

    assertThat(quantities())
        .isEqualTo(
            Map.of(
                "workflow-actions 2024-03-01T23:59:59.999Z", 1L,
                "workflow-actions 2024-03-02T00:00:00Z", 2L,
                "marketing-messages 2024-03-02T00:00:00Z", 1L));
    assertThat(total("workflow-actions")).isEqualTo(3);
    assertThat(total("marketing-messages")).isEqualTo(1);
  }

  @Test
  @DisplayName("MAU-7 a batch that comes again, or overlaps, adds and tells only what is new")
  void redelivered() {
    count(actions(0, 10));
    count(actions(0, 10));
    count(actions(5, 15));

    assertThat(total("workflow-actions")).isEqualTo(15);
    assertThat(told.await(channel)).hasSize(2);
    assertThat(quantities()).hasSize(15).values().containsOnly(1L);
  }

  @Test
  @DisplayName("MAU-7 pods that count the same records at the same time add and tell them once")
  void concurrentPods() {
    List<Uni<Void>> pods =
        IntStream.range(0, 8).mapToObj(pod -> batches.count(actions(0, 100 + pod))).toList();

    Uni.join().all(pods).andFailFast().await().atMost(BOUND);

    assertThat(total("workflow-actions")).isEqualTo(107);
    assertThat(quantities()).hasSize(107).values().containsOnly(1L);
  }

  @Test
  @DisplayName("a batch that fails after its totals tells nothing and adds nothing")
  void rolledBack() {
    house.sql("alter table outbox add constraint outage check (key <> '" + channel + "')");
    try {
      assertThatThrownBy(() -> count(actions(0, 10))).hasMessageContaining("outage");
    } finally {
      house.sql("alter table outbox drop constraint outage");
    }
    assertThat(total("workflow-actions")).isZero();
    assertThat(told.await(channel)).isEmpty();

    count(actions(0, 10));

    assertThat(total("workflow-actions")).isEqualTo(10);
    assertThat(quantities()).hasSize(10);
  }

  @Test
  @DisplayName("a batch with more instants than one event may carry tells several")
  void manyInstants() {
    count(actions(0, 1_001));

    List<JsonObject> events = told.await(channel);
    assertThat(events).extracting(e -> e.getJsonArray("counts").size()).containsExactly(1_000, 1);
    assertThat(quantities()).hasSize(1_001);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 20_240_722, 555_555})
  @DisplayName("MAU-7 every event twice and in any order: told, shown and posted are the same")
  void histories(long seed) {
    Random random = new Random(seed);
    Map<String, Long> model = new HashMap<>();
    List<CountableEvent> events = new ArrayList<>();
    for (int n = 0; n < 2_000; n++) {
      Instant at = START.plusSeconds(3_600L * random.nextInt(24 * 70));
      boolean action = random.nextBoolean();
      events.add(event("e" + n, at, action ? new WorkflowAction("w") : new MarketingSent("r")));
      model.merge((action ? "workflow-actions " : "marketing-messages ") + at, 1L, Long::sum);
    }
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, random);

    for (int from = 0; from < events.size(); from += 700) {
      count(batch(from, events.subList(from, Math.min(events.size(), from + 700))));
    }

    assertThat(quantities()).as("seed %d", seed).isEqualTo(model);
    assertThat(total("workflow-actions") + total("marketing-messages")).isEqualTo(2_000);
  }
}
