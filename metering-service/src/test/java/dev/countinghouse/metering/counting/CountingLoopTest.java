package dev.countinghouse.metering.counting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.Topics;
import dev.countinghouse.metering.UsageConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The loop by itself, on Kafka's own stand-in for a broker, which can be scripted step by step. */
class CountingLoopTest {

  private static final TopicPartition P0 = new TopicPartition(Topics.USAGE, 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final Script script = new Script();

  /** Counts into a list; fails as often as it is told to. */
  private static final class Script implements CountingLoop.Counting {
    final Map<TopicPartition, Long> positions = new HashMap<>();
    final List<Long> counted = new ArrayList<>();
    int failures;
    Runnable afterwards = () -> {};

    @Override
    public CompletableFuture<Map<TopicPartition, Long>> open(Map<TopicPartition, Long> logStarts) {
      if (failures > 0) {
        failures--;
        return CompletableFuture.failedFuture(new IllegalStateException("no database"));
      }
      Map<TopicPartition, Long> opened = new HashMap<>(logStarts);
      opened.replaceAll((partition, start) -> positions.getOrDefault(partition, start));
      return CompletableFuture.completedFuture(opened);
    }

    @Override
    public CompletableFuture<Void> count(ConsumerRecords<byte[], byte[]> records) {
      if (failures > 0) {
        failures--;
        return CompletableFuture.failedFuture(new IllegalStateException("no database"));
      }
      records.forEach(each -> counted.add(each.offset()));
      afterwards.run();
      return CompletableFuture.completedFuture(null);
    }
  }

  private CountingLoop loop() {
    UsageConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(UsageConfig.class)
            .withDefaultValue("countinghouse.usage.counting.backoff", "PT0.001S")
            .withDefaultValue("countinghouse.usage.counting.max-backoff", "PT0.002S")
            .build()
            .getConfigMapping(UsageConfig.class);
    CountingMetrics metrics = new CountingMetrics(new SimpleMeterRegistry());
    return new CountingLoop(consumer, script, metrics, config.counting());
  }

  private void givenLog(long from, long to) {
    consumer.updateBeginningOffsets(Map.of(P0, 0L));
    consumer.updateEndOffsets(Map.of(P0, to));
    consumer.schedulePollTask(() -> consumer.rebalance(Set.of(P0)));
    consumer.schedulePollTask(() -> addRecords(from, to));
  }

  private void addRecords(long from, long to) {
    for (long offset = from; offset < to; offset++) {
      consumer.addRecord(new ConsumerRecord<>(Topics.USAGE, 0, offset, null, new byte[0]));
    }
  }

  @Test
  @DisplayName("reading starts at the position in the database, never at the group's")
  void startsAtPosition() {
    script.positions.put(P0, 3L);
    givenLog(3, 6);
    CountingLoop loop = loop();
    script.afterwards = loop::stop;

    loop.run();

    assertThat(script.counted).containsExactly(3L, 4L, 5L);
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  @DisplayName("an outage is retried without end; no record is passed uncounted")
  void outage() {
    givenLog(0, 4);
    CountingLoop loop = loop();
    script.failures = 1;
    script.afterwards = loop::stop;

    loop.run();

    assertThat(script.counted).containsExactly(0L, 1L, 2L, 3L);
    assertThat(script.failures).isZero();
  }
}
