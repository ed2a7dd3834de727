package dev.countinghouse.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Reads what comes to a topic after it was made, without a group. */
final class TopicTail implements AutoCloseable {

  private final KafkaConsumer<String, String> consumer;
  private final String prefix;
  private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

  /**
   * @param prefix of the keys that count; the topic is shared with other tests
   */
  TopicTail(String bootstrap, String topic, String prefix) {
    this.prefix = prefix;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** Reads until that many have come. */
  List<ConsumerRecord<String, String>> await(int atLeast) {
    pollUntil(() -> records.size() >= atLeast);
    return List.copyOf(records);
  }

  /** Reads all that is there now. */
  List<ConsumerRecord<String, String>> drain() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    pollUntil(() -> ends.entrySet().stream().allMatch(end -> isPast(end.getKey(), end.getValue())));
    return List.copyOf(records);
  }

  /** The sequences that came, by key, in the order in which they came. */
  static Map<String, List<Long>> sequences(List<ConsumerRecord<String, String>> records) {
    Map<String, List<Long>> byKey = new TreeMap<>();
    for (ConsumerRecord<String, String> record : records) {
      long sequence = Long.parseLong(header(record, "ce_sequence"));
      byKey.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(sequence);
    }
    return byKey;
  }

  static String header(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isPast(TopicPartition partition, long end) {
    return consumer.position(partition) >= end;
  }

  private void pollUntil(BooleanSupplier isEnough) {
    Awaitility.await()
        .atMost(Books.PATIENCE)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              poll();
              return isEnough.getAsBoolean();
            });
  }

  private void poll() {
    for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(50))) {
      if (record.key() != null && record.key().startsWith(prefix)) {
        records.add(record);
      }
    }
  }
}
