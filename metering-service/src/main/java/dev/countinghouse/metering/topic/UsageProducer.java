package dev.countinghouse.metering.topic;

import dev.countinghouse.metering.UsageConfig;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records and waits until Kafka has every one of them. */
@ApplicationScoped
public class UsageProducer {

  private final KafkaProducer<byte[], byte[]> producer;
  private final UsageConfig config;

  public UsageProducer(KafkaSettings settings, UsageConfig config) {
    this.config = config;
    this.producer =
        new KafkaProducer<>(
            settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends all of them at once; Kafka's buffer bounds what is under way.
   *
   * @return when all are acknowledged; a failure when one is not, and then any of the others may be
   *     on the topic too
   */
  public Uni<Void> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    // A send waits for metadata and for room in the buffer: never on an event loop. What comes
    // after must not hold up the producer's own thread.
    return Uni.createFrom()
        .deferred(() -> Uni.createFrom().completionStage(send(records)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private CompletableFuture<Void> send(List<ProducerRecord<byte[], byte[]>> records) {
    return CompletableFuture.allOf(
        records.stream().map(this::send).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    try {
      var unused = producer.send(record, (metadata, failure) -> complete(acknowledged, failure));
    } catch (KafkaException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }

  private static void complete(CompletableFuture<Void> acknowledged, @Nullable Exception failure) {
    if (failure == null) {
      acknowledged.complete(null);
    } else {
      acknowledged.completeExceptionally(failure);
    }
  }

  @PreDestroy
  void close() {
    producer.close(config.intake().acknowledgement());
  }
}
