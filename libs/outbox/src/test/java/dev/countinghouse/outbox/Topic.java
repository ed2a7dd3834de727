package dev.countinghouse.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes records as another service's relay would, or as none would. */
final class Topic implements AutoCloseable {

  static final String SOURCE = "prepaid";

  private final KafkaProducer<String, String> producer;
  private final String name;

  Topic(String bootstrap, String name) {
    this.name = name;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
  }

  void put(String key, long sequence, String type, String data) {
    putOf(SOURCE, key, sequence, type, data);
  }

  void putOf(String source, String key, long sequence, String type, String data) {
    put(
        CloudEventHeaders.write(
            name,
            source,
            new OutboxRow(
                key,
                sequence,
                "evt-" + key + "-" + sequence,
                type,
                data,
                Instant.parse("2024-03-05T00:00:00Z"),
                null)));
  }

  /** A record without any header. */
  void putBare(String key, String value) {
    put(new ProducerRecord<>(name, key, value));
  }

  @Override
  public void close() {
    producer.close();
  }

  private void put(ProducerRecord<String, String> record) {
    try {
      var unused = producer.send(record).get(30, TimeUnit.SECONDS);
    } catch (Exception cause) {
      throw new IllegalStateException(cause);
    }
  }
}
