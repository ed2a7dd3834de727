package dev.countinghouse.metering.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.contracts.Topics;
import dev.countinghouse.localstack.testing.StackTestResource;
import dev.countinghouse.metering.House;
import dev.countinghouse.metering.Report;
import dev.countinghouse.metering.UsageConfig;
import dev.countinghouse.metering.topic.KafkaSettings;
import dev.countinghouse.metering.topic.UsageProducer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(StackTestResource.class)
class UsageCountingTest {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String ON = "2024-03-05";

  @Inject House house;
  @Inject UsageCounting counting;
  @Inject KafkaSettings settings;
  @Inject TopicCounting topicCounting;
  @Inject CountingMetrics metrics;
  @Inject UsageConfig config;
  @Inject UsageProducer producer;
  @Inject MeterRegistry registry;

  private void post(String channel, int from, int to) {
    List<JsonObject> events =
        IntStream.range(from, to)
            .mapToObj(n -> Report.active(channel, "e" + n, "u" + n, ON + "T00:00:00Z"))
            .toList();
    house
        .owner(channel)
        .contentType(Report.BATCH)
        .body(Report.batch(events))
        .post("/v1/events")
        .then()
        .statusCode(202);
  }

  @Test
  @DisplayName("MAU-7 the whole topic delivered again from its start: the same figures")
  void fromTheStart() {
    String channel = house.sandbox("UTC", ON + "T00:00:00Z");
    post(channel, 0, 2_000);
    house.awaitCounted(channel);

    counting.stop();
    house.sql("update usage_position set next_offset = 0");
    counting.start();
    post(channel, 2_000, 2_001);
    house.awaitCounted(channel);

    assertThat(house.mau(channel, ON)).isEqualTo(2_001);
    assertThat(house.number("select count(*) from usage_event where channel_id = $1", channel))
        .isEqualTo(2_001);
  }

  @Test
  @DisplayName("a pod that comes and goes in the middle: every event counts once")
  void rebalance() {
    String channel = house.sandbox("UTC", ON + "T00:00:00Z");
    UsageCounting second = new UsageCounting(settings, topicCounting, metrics, config);
    post(channel, 0, 1_000);
    second.start();
    post(channel, 500, 2_000);
    counting.stop();
    post(channel, 1_500, 3_000);
    counting.start();
    second.stop();
    post(channel, 0, 3_100);

    house.awaitCounted(channel);

    assertThat(house.mau(channel, ON)).isEqualTo(3_100);
    assertThat(house.number("select count(*) from usage_event where channel_id = $1", channel))
        .isEqualTo(3_100);
  }

  @Test
  @DisplayName("an outage of the database is waited out; nothing is dropped")
  void outage() {
    String channel = house.sandbox("UTC", ON + "T00:00:00Z");
    double before = registry.counter("countinghouse.usage.batch.failures").count();
    house.sql("alter table user_activity rename to user_activity_away");
    try {
      post(channel, 0, 500);
      Awaitility.await("failed batches")
          .atMost(BOUND)
          .until(
              () -> registry.counter("countinghouse.usage.batch.failures").count() >= before + 3);
    } finally {
      house.sql("alter table user_activity_away rename to user_activity");
    }

    house.awaitCounted(channel);

    assertThat(house.mau(channel, ON)).isEqualTo(500);
  }

  @Test
  @DisplayName("a record that cannot be read goes to the dead letters with the reason")
  void poison() {
    String channel = house.sandbox("UTC", ON + "T00:00:00Z");
    String poison = "poison-" + UUID.randomUUID();
    post(channel, 0, 1);
    producer
        .sendAll(
            List.of(
                new ProducerRecord<>(
                    Topics.USAGE, channel.getBytes(UTF_8), poison.getBytes(UTF_8))))
        .await()
        .atMost(BOUND);
    post(channel, 1, 2);
    house.awaitCounted(channel);

    ConsumerRecord<byte[], byte[]> letter = deadLetter(poison);

    assertThat(house.mau(channel, ON)).isEqualTo(2);
    assertThat(new String(letter.key(), UTF_8)).isEqualTo(channel);
    assertThat(header(letter, "dead-letter-reason")).isEqualTo("the value is not JSON");
    assertThat(header(letter, "dead-letter-topic")).isEqualTo(Topics.USAGE);
    assertThat(header(letter, "dead-letter-offset")).matches("\\d+");
  }

  private ConsumerRecord<byte[], byte[]> deadLetter(String value) {
    Map<String, Object> reader = settings.consumer();
    reader.put("group.id", "reader-of-" + value);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(reader, bytes, bytes)) {
      consumer.subscribe(List.of(Topics.deadLetter(Topics.USAGE)));
      Awaitility.await("the dead letter")
          .pollInSameThread()
          .atMost(BOUND)
          .until(() -> read(consumer, value, found));
    }
    return found.getFirst();
  }

  private static boolean read(
      KafkaConsumer<byte[], byte[]> consumer,
      String value,
      List<ConsumerRecord<byte[], byte[]>> found) {
    consumer
        .poll(Duration.ofMillis(200))
        .forEach(
            letter -> {
              if (new String(letter.value(), UTF_8).equals(value)) {
                found.add(letter);
              }
            });
    return !found.isEmpty();
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
