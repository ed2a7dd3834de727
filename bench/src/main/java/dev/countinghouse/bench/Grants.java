package dev.countinghouse.bench;

import dev.countinghouse.contracts.Ids;
import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.event.TrialStarted;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Gives channels points as the product does: a trial starts, and prepaid-service hears of it. */
final class Grants implements AutoCloseable {

  /** More than a benchmark can spend. */
  static final long TENTHS = 1_000_000_000_000L;

  private static final Duration TRIAL = Duration.ofDays(30);

  private final KafkaProducer<String, String> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  Grants(String bootstrap) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", 5),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Lets a trial begin on a new channel; its id. */
  String start() {
    String channel = Ids.create(Ids.CHANNEL);
    Instant now = Instant.now();
    String data = trial(channel, now).encode();
    ProducerRecord<String, String> event =
        new ProducerRecord<>(ServiceName.SUBSCRIPTION.topic(), channel, data);
    header(event, "ce_specversion", "1.0");
    header(event, "ce_id", UUID.randomUUID().toString());
    header(event, "ce_source", ServiceName.SUBSCRIPTION.id());
    header(event, "ce_type", TrialStarted.TYPE);
    header(event, "ce_subject", channel);
    header(event, "ce_time", now.toString());
    header(event, "ce_sequence", "1");
    sent.add(producer.send(event));
    return channel;
  }

  /** Returns when the broker has all of them. */
  void await() throws Exception {
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  private static JsonObject trial(String channel, Instant now) {
    return new JsonObject()
        .put("channel", channel)
        .put("plan", "growth")
        .put("addOns", new JsonArray())
        .put("priceBook", "mau-2023")
        .put("priceBookVersion", 1)
        .put("startedAt", now.toString())
        .put("endsAt", now.plus(TRIAL).toString())
        .put("grantTenths", TENTHS);
  }

  private static void header(ProducerRecord<String, String> event, String name, String value) {
    event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close();
  }
}
