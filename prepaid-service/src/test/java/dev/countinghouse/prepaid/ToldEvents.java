package dev.countinghouse.prepaid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.ServiceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service has told the others, read from the real broker. */
@ApplicationScoped
public class ToldEvents {

  private final ObjectMapper json;
  private final String bootstrap;

  ToldEvents(
      ObjectMapper json, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
    this.json = json;
    this.bootstrap = bootstrap;
  }

  /** Waits until there are as many events of that type about a channel; their data. */
  public List<JsonNode> await(String channel, String type, int count) {
    return Awaitility.await()
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> of(channel, type), found -> found.size() >= count);
  }

  /** The data of every event of that type about a channel, in their order. */
  public List<JsonNode> of(String channel, String type) {
    List<JsonNode> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer));
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.entrySet().stream().anyMatch(end -> isBefore(consumer, end))) {
        consumer.poll(Duration.ofMillis(200)).forEach(event -> keep(event, channel, type, found));
      }
    }
    return found;
  }

  private static boolean isBefore(
      KafkaConsumer<String, String> consumer, Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) < end.getValue();
  }

  private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
    return consumer.partitionsFor(ServiceName.PREPAID.topic()).stream()
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private void keep(
      ConsumerRecord<String, String> event, String channel, String type, List<JsonNode> found) {
    Header header = event.headers().lastHeader("ce_type");
    boolean isOfType =
        header != null && new String(header.value(), StandardCharsets.UTF_8).equals(type);
    if (isOfType && channel.equals(event.key())) {
      found.add(tree(event.value()));
    }
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new StringDeserializer());
  }
}
