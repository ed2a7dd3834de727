package dev.countinghouse.outbox;

import dev.countinghouse.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Records that no retry can apply, kept as they came on the topic beside theirs, with the reason as
 * headers.
 */
@ApplicationScoped
public class DeadLetters {

  static final String REASON = "dead-letter-reason";
  static final String EXCEPTION = "dead-letter-exception";
  static final String TOPIC = "dead-letter-topic";
  static final String PARTITION = "dead-letter-partition";
  static final String OFFSET = "dead-letter-offset";
  static final String CONSUMER = "dead-letter-consumer";

  private final String service;
  private final int maxReasonCharacters;
  private final OutboxConfig.Relay limits;
  private final OrderedSender sender;

  public DeadLetters(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "countinghouse.service") String service,
      OutboxConfig outbox,
      InboxConfig inbox,
      Vertx vertx) {
    this.service = service;
    this.maxReasonCharacters = inbox.maxReasonCharacters();
    this.limits = outbox.relay();
    this.sender = new OrderedSender(kafka, service + "-dead-letters", outbox.relay(), vertx);
  }

  /** Completes when Kafka has acknowledged the letter. */
  Uni<Void> send(ConsumerRecord<String, String> record, Throwable failure) {
    return sender.send(List.of(letter(record, failure))).map(DeadLetters::acknowledged);
  }

  @PreDestroy
  void close() {
    sender.close(limits.shutdownTimeout());
  }

  private ProducerRecord<String, String> letter(
      ConsumerRecord<String, String> record, Throwable failure) {
    ProducerRecord<String, String> letter =
        new ProducerRecord<>(
            Topics.deadLetter(record.topic()),
            null,
            record.key(),
            record.value(),
            record.headers());
    Headers headers = letter.headers();
    CloudEventHeaders.put(headers, REASON, FailureReason.of(failure, maxReasonCharacters));
    CloudEventHeaders.put(headers, EXCEPTION, failure.getClass().getName());
    CloudEventHeaders.put(headers, TOPIC, record.topic());
    CloudEventHeaders.put(headers, PARTITION, Integer.toString(record.partition()));
    CloudEventHeaders.put(headers, OFFSET, Long.toString(record.offset()));
    CloudEventHeaders.put(headers, CONSUMER, service);
    return letter;
  }

  private static @Nullable Void acknowledged(SendOutcome outcome) {
    Throwable failure = outcome.failure();
    if (failure != null) {
      throw new IllegalStateException("Kafka did not take the dead letter", failure);
    }
    return null;
  }
}
