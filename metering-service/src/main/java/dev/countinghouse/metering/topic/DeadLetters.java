package dev.countinghouse.metering.topic;

import dev.countinghouse.contracts.ServiceName;
import dev.countinghouse.contracts.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records that cannot be counted, kept with the reason beside the topic they came on. */
@ApplicationScoped
public class DeadLetters {

  private final UsageProducer producer;

  public DeadLetters(UsageProducer producer) {
    this.producer = producer;
  }

  /** A record and why it is dead. */
  public record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {}

  /** Completes when Kafka has all of them. */
  public Uni<Void> send(List<DeadLetter> letters) {
    return letters.isEmpty()
        ? Uni.createFrom().voidItem()
        : producer.sendAll(letters.stream().map(DeadLetters::letter).toList());
  }

  private static ProducerRecord<byte[], byte[]> letter(DeadLetter letter) {
    ConsumerRecord<byte[], byte[]> dead = letter.record();
    Headers headers = new RecordHeaders(dead.headers());
    put(headers, "dead-letter-reason", letter.reason());
    put(headers, "dead-letter-topic", dead.topic());
    put(headers, "dead-letter-partition", Integer.toString(dead.partition()));
    put(headers, "dead-letter-offset", Long.toString(dead.offset()));
    put(headers, "dead-letter-consumer", ServiceName.METERING.id());
    return new ProducerRecord<>(
        Topics.deadLetter(Topics.USAGE), null, dead.key(), dead.value(), headers);
  }

  private static void put(Headers headers, String key, String value) {
    headers.add(key, value.getBytes(StandardCharsets.UTF_8));
  }
}
