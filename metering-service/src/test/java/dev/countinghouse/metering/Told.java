package dev.countinghouse.metering;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countinghouse.contracts.ServiceName;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service told the others of a channel, as it stands on Kafka. */
@ApplicationScoped
public class Told {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String TOPIC = ServiceName.METERING.topic();

  private final String bootstrap;
  private final House house;

  Told(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap, House house) {
    this.bootstrap = bootstrap;
    this.house = house;
  }

  /** The channel's events in their order, once all that are written have arrived. */
  public List<JsonObject> await(String channel) {
    long written =
        house.number(
            "select coalesce(max(last_sequence), 0) from outbox_key where key = $1", channel);
    List<JsonObject> told = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      Awaitility.await("events of " + channel)
          .pollInSameThread()
          .atMost(BOUND)
          .until(() -> read(consumer, channel, told) >= written);
    }
    return told;
  }

  private static int read(
      KafkaConsumer<String, String> consumer, String channel, List<JsonObject> told) {
    for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
      if (channel.equals(record.key())) {
        String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
        told.add(new JsonObject(record.value()).put("type", type));
      }
    }
    return told.size();
  }

  private KafkaConsumer<String, String> consumer() {
    var text = new StringDeserializer();
    var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", (Object) bootstrap), text, text);
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
