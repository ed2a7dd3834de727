package dev.countinghouse.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countinghouse.contracts.ServiceName;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service told the others, as it stands on Kafka. */
@ApplicationScoped
public class Events {

  private static final Duration AT_MOST = Duration.ofSeconds(20);
  private static final String TOPIC = ServiceName.SUBSCRIPTION.topic();

  private final String bootstrap;

  Events(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** An event. */
  public record Event(String type, JsonPath data) {}

  /** The channel's first events in their order, once that many have arrived. */
  public List<Event> await(String channel, int count) {
    List<Event> events = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      Awaitility.await().atMost(AT_MOST).until(() -> enough(consumer, channel, events, count));
    }
    return events;
  }

  private static boolean enough(
      KafkaConsumer<String, String> consumer, String channel, List<Event> events, int count) {
    if (events.size() < count) {
      events.addAll(poll(consumer, channel));
    }
    return events.size() >= count;
  }

  private static List<Event> poll(KafkaConsumer<String, String> consumer, String channel) {
    return StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
        .filter(record -> channel.equals(record.key()))
        .map(Events::event)
        .toList();
  }

  private static Event event(ConsumerRecord<String, String> record) {
    String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    return new Event(type, new JsonPath(record.value()));
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
