package dev.countinghouse.subscription;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.ServiceName;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Events on the real broker, as prepaid's outbox sends them. */
@ApplicationScoped
public class PrepaidEvents {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final String SOURCE = ServiceName.PREPAID.id();

  private final ObjectMapper json;
  private final Api api;
  private final KafkaProducer<String, String> producer;

  PrepaidEvents(
      ObjectMapper json,
      Api api,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
    this.json = json;
    this.api = api;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
  }

  /** Sends the channel's event of that sequence and waits until it is applied. */
  public void send(String channel, long sequence, String type, Object data) {
    ProducerRecord<String, String> message =
        new ProducerRecord<>(ServiceName.PREPAID.topic(), channel, text(data));
    headers(channel, sequence, type)
        .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
    acknowledged(message);
    Awaitility.await().atMost(BOUND).until(() -> applied(channel) >= sequence);
  }

  @PreDestroy
  void close() {
    producer.close();
  }

  private static Map<String, String> headers(String channel, long sequence, String type) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", UUID.randomUUID().toString());
    headers.put("ce_source", SOURCE);
    headers.put("ce_type", type);
    headers.put("ce_subject", channel);
    headers.put("ce_time", "2024-03-05T01:00:00Z");
    headers.put("ce_sequence", Long.toString(sequence));
    return headers;
  }

  private void acknowledged(ProducerRecord<String, String> message) {
    try {
      var unused = producer.send(message).get();
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private long applied(String channel) {
    Integer applied =
        api.service().get("/internal/channels/{c}/progress", channel).path("consumed." + SOURCE);
    return applied == null ? 0 : applied;
  }

  private String text(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException(bug);
    }
  }
}
