package dev.countinghouse.prepaid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Events on the real broker, as the other services' outboxes would send them. */
@ApplicationScoped
public class Events {

  private final ObjectMapper json;
  private final Tokens tokens;
  private final KafkaProducer<String, String> producer;
  private final Map<String, Long> sequences = new ConcurrentHashMap<>();

  Events(
      ObjectMapper json,
      Tokens tokens,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
    this.json = json;
    this.tokens = tokens;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
  }

  /** Sends an event of subscription-service and waits until it is applied. */
  public void ofSubscription(String channel, String type, Object data) {
    send("subscription", channel, type, data);
  }

  /** Sends an event of messaging-charge-service and waits until it is applied. */
  public void ofMessaging(String channel, String type, Object data) {
    send("messaging", channel, type, data);
  }

  /** Sends an event of metering-service and waits until it is applied. */
  public void ofMetering(String channel, String type, Object data) {
    send("metering", channel, type, data);
  }

  private void send(String source, String channel, String type, Object data) {
    long sequence = sequences.merge(source + channel, 1L, Long::sum);
    String topic = "countinghouse." + source + ".v1";
    if (!Topics.all().contains(topic)) {
      throw new IllegalArgumentException("no topic is called " + topic);
    }
    ProducerRecord<String, String> message = new ProducerRecord<>(topic, channel, text(data));
    header(message, "ce_specversion", "1.0");
    header(message, "ce_id", UUID.randomUUID().toString());
    header(message, "ce_source", source);
    header(message, "ce_type", type);
    header(message, "ce_subject", channel);
    header(message, "ce_time", Instant.parse("2024-02-20T01:00:00Z").toString());
    header(message, "ce_sequence", Long.toString(sequence));
    acknowledged(message);
    Awaitility.await()
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> consumed(source, channel) >= sequence);
  }

  private void acknowledged(ProducerRecord<String, String> message) {
    try {
      producer.send(message).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private long consumed(String source, String channel) {
    Map<String, Object> consumed =
        tokens
            .service()
            .get("/internal/channels/" + channel + "/progress")
            .then()
            .statusCode(200)
            .extract()
            .path("consumed");
    return consumed.get(source) instanceof Number number ? number.longValue() : 0;
  }

  private String text(Object data) {
    try {
      return json.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void header(ProducerRecord<String, String> message, String name, String value) {
    message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
